import type { Place } from "../../model/geometry/size-of.ts";
import type { Point, RouteEnd } from "./route.ts";

/** How far a line runs straight before it may turn. */
const STUB = 20;

/**
 * Ways that a line could take: straight, with one bend, with a bend on the way, or around along a lane above
 * or below what is in between. Lines enter from the left; they leave to the right, a gateway also upwards or
 * downwards, an event on an edge downwards.
 */
export function candidateRoutes(from: RouteEnd, to: RouteEnd, between: readonly Place[]): Point[][] {
  const end: Point = { x: to.place.x, y: middle(to.place) };
  const routes: Point[][] = [];
  const lanes = lanesAround([from.place, to.place, ...between], end.y);
  if (from.shape !== "boundary") {
    const start: Point = { x: from.place.x + from.place.width, y: middle(from.place) };
    routes.push(...sideways(start, end, lanes, between));
  }
  if (from.shape === "gateway" || from.shape === "boundary") {
    const x = from.place.x + from.place.width / 2;
    const bottom: Point = { x, y: from.place.y + from.place.height };
    const top: Point = { x, y: from.place.y };
    routes.push(...upOrDown(bottom, end, lanes, 1));
    if (from.shape === "gateway") routes.push(...upOrDown(top, end, lanes, -1));
  }
  return routes;
}

function sideways(start: Point, end: Point, lanes: readonly number[], between: readonly Place[]): Point[][] {
  const routes: Point[][] = [];
  const room = end.x - start.x;
  if (Math.abs(start.y - end.y) < 1 && room > 0) routes.push([start, end]);
  if (room >= STUB) {
    const turns = new Set([
      end.x - Math.min(32, room / 2),
      start.x + Math.min(32, room / 2),
      (start.x + end.x) / 2,
    ]);
    // Steps stand in columns: many of them leave the same gap.
    for (const place of between) turns.add(place.x - 24).add(place.x + place.width + 24);
    for (const x of turns) {
      if (x < start.x + 8 || x > end.x - 8) continue;
      routes.push([start, { x, y: start.y }, { x, y: end.y }, end]);
    }
  }
  const out = start.x + STUB + 4;
  const into = end.x - STUB - 4;
  for (const y of lanes.slice(0, MOST_LANES)) {
    routes.push([start, { x: out, y: start.y }, { x: out, y }, { x: into, y }, { x: into, y: end.y }, end]);
  }
  return routes;
}

function upOrDown(start: Point, end: Point, lanes: readonly number[], direction: 1 | -1): Point[][] {
  const routes: Point[][] = [];
  if (end.x > start.x + STUB && (end.y - start.y) * direction > 0) {
    routes.push([start, { x: start.x, y: end.y }, end]);
  }
  const into = end.x - STUB - 4;
  for (const y of lanes.filter((lane) => (lane - start.y) * direction >= 12).slice(0, MOST_LANES)) {
    routes.push([start, { x: start.x, y }, { x: into, y }, { x: into, y: end.y }, end]);
  }
  return routes;
}

/** Lanes that a line tries; more make the drawing slow and no better. */
const MOST_LANES = 18;

/** Free heights, the nearest first: just above and just below everything that may stand in the way. */
function lanesAround(places: readonly Place[], wanted: number): number[] {
  const lanes = new Set<number>();
  for (const place of places) {
    lanes.add(Math.round(place.y - 24));
    lanes.add(Math.round(place.y + place.height + 18));
    // Below a step there may be the names of the events on its edge.
    lanes.add(Math.round(place.y + place.height + 40));
  }
  return [...lanes].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
}

function middle(place: Place): number {
  return place.y + place.height / 2;
}
