import type { Place } from "../../model/geometry/size-of.ts";
import type { Area } from "./box-buckets.ts";
import type { Point } from "./route.ts";

/** A stretch of a line that is there already. */
export interface Stretch {
  readonly a: Point;
  readonly b: Point;
  readonly source: string;
  readonly target: string;
}

/** What a line has to do with: steps in the way, lines drawn before, the frame that it should stay in. */
export interface Surroundings {
  readonly obstacles: readonly Place[];
  /** Of the two steps that it connects. */
  readonly own: readonly Place[];
  readonly drawn: readonly Stretch[];
  readonly ends: { readonly source: string; readonly target: string };
  /** The inside of the sub-process around it. */
  readonly frame: Area | null;
}

/** More than any way around costs, so that a line which costs more goes through a step. */
export const THROUGH_STEP = 40_000;
const OUT_OF_FRAME = 1_500;
const OVER_LINE = 600;
const CROSSING = 60;
export const BEND = 40;
/** So near to a step that its label would touch it. */
const CLOSE = 50;
const TOGETHER = 0.3;

/** What a way costs: its length, bends, steps that it goes through or close by, lines that it lies on or crosses. */
export function routeCost(points: readonly Point[], around: Surroundings, limit: number): number {
  let cost = Math.max(0, points.length - 2) * BEND;
  for (let at = 1; at < points.length; at += 1) {
    const a = points[at - 1] as Point;
    const b = points[at] as Point;
    cost += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    if (cost >= limit) return cost;
    cost += stepsCost(a, b, around);
    if (cost >= limit) return cost;
    cost += linesCost(a, b, around);
    if (around.frame && isOutside(a, b, around.frame)) cost += OUT_OF_FRAME;
  }
  return cost;
}

/** What a stretch costs for the lines that are there already. */
export function linesCost(a: Point, b: Point, { drawn, ends }: Pick<Surroundings, "drawn" | "ends">): number {
  let cost = 0;
  for (const stretch of drawn) {
    const siblings = stretch.source === ends.source;
    const related = siblings || stretch.target === ends.target;
    const over = overlap(a, b, stretch.a, stretch.b);
    // Branches that share their beginning, or ways that end together, part early and meet late.
    if (over > 8) cost += related ? over * TOGETHER : OVER_LINE;
    else if (!siblings && crosses(a, b, stretch.a, stretch.b)) cost += CROSSING;
  }
  return cost;
}

function stepsCost(a: Point, b: Point, { obstacles, own }: Surroundings): number {
  let cost = 0;
  for (const place of obstacles) {
    if (hits(a, b, place, 7)) cost += THROUGH_STEP;
    else if (hits(a, b, place, 24)) cost += CLOSE;
  }
  for (const place of own) if (hits(a, b, place, -1)) cost += THROUGH_STEP;
  return cost;
}

/** Whether a stretch comes nearer than `margin` to a step; with a negative one, whether it runs through it. */
export function hits(a: Point, b: Point, place: Place, margin: number): boolean {
  return (
    Math.max(a.x, b.x) > place.x - margin &&
    Math.min(a.x, b.x) < place.x + place.width + margin &&
    Math.max(a.y, b.y) > place.y - margin &&
    Math.min(a.y, b.y) < place.y + place.height + margin
  );
}

function isOutside(a: Point, b: Point, frame: Area): boolean {
  return (
    Math.min(a.x, b.x) < frame.left ||
    Math.max(a.x, b.x) > frame.right ||
    Math.min(a.y, b.y) < frame.top ||
    Math.max(a.y, b.y) > frame.bottom
  );
}

/** How far two stretches run on top of each other. */
function overlap(a: Point, b: Point, c: Point, d: Point): number {
  const near = 6;
  if (a.x === b.x && c.x === d.x && Math.abs(a.x - c.x) < near) return shared(a.y, b.y, c.y, d.y);
  if (a.y === b.y && c.y === d.y && Math.abs(a.y - c.y) < near) return shared(a.x, b.x, c.x, d.x);
  return 0;
}

function shared(a: number, b: number, c: number, d: number): number {
  return Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d));
}

function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  if (a.x === b.x && c.y === d.y) return between(a.x, c.x, d.x) && between(c.y, a.y, b.y);
  if (a.y === b.y && c.x === d.x) return between(c.x, a.x, b.x) && between(a.y, c.y, d.y);
  return false;
}

function between(value: number, a: number, b: number): boolean {
  return value > Math.min(a, b) && value < Math.max(a, b);
}
