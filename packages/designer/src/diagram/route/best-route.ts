import type { Place } from "../../model/geometry/size-of.ts";
import { candidateRoutes } from "./candidate-routes.ts";
import type { Point, RouteEnd } from "./route.ts";

/** A stretch of a line that is there already. */
export interface Stretch {
  readonly a: Point;
  readonly b: Point;
  readonly source: string;
  readonly target: string;
}

const THROUGH_STEP = 4_000;
const OVER_LINE = 600;
const CROSSING = 60;
const BEND = 40;
/** So near to a step that its label would touch it. */
const CLOSE = 50;
const TOGETHER = 0.3;

/** The cheapest way: short, few bends, through no step, not on top of an unrelated line. */
export function bestRoute(
  from: RouteEnd,
  to: RouteEnd,
  obstacles: readonly Place[],
  drawn: readonly Stretch[],
  ends: { readonly source: string; readonly target: string },
): Point[] {
  let best: Point[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const points of candidateRoutes(from, to, obstacles)) {
    const cost = costOf(points, [...obstacles], [from.place, to.place], drawn, ends, least);
    if (cost < least) {
      least = cost;
      best = points;
    }
  }
  return best;
}

function costOf(
  points: readonly Point[],
  obstacles: readonly Place[],
  own: readonly Place[],
  drawn: readonly Stretch[],
  ends: { readonly source: string; readonly target: string },
  limit: number,
): number {
  let cost = Math.max(0, points.length - 2) * BEND;
  for (let at = 1; at < points.length; at += 1) {
    const a = points[at - 1] as Point;
    const b = points[at] as Point;
    cost += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    if (cost >= limit) return cost;
    for (const place of obstacles) {
      if (hits(a, b, place, 7)) cost += THROUGH_STEP;
      else if (hits(a, b, place, 24)) cost += CLOSE;
    }
    for (const place of own) if (hits(a, b, place, -1)) cost += THROUGH_STEP;
    for (const stretch of drawn) {
      const siblings = stretch.source === ends.source;
      const related = siblings || stretch.target === ends.target;
      const over = overlap(a, b, stretch.a, stretch.b);
      // Branches that share their beginning, or ways that end together, part early and meet late.
      if (over > 8) cost += related ? over * TOGETHER : OVER_LINE;
      else if (!siblings && crosses(a, b, stretch.a, stretch.b)) cost += CROSSING;
    }
  }
  return cost;
}

function hits(a: Point, b: Point, place: Place, margin: number): boolean {
  return (
    Math.max(a.x, b.x) > place.x - margin &&
    Math.min(a.x, b.x) < place.x + place.width + margin &&
    Math.max(a.y, b.y) > place.y - margin &&
    Math.min(a.y, b.y) < place.y + place.height + margin
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
