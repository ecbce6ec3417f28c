import type { Place } from "../../model/geometry/size-of.ts";
import { Heap } from "./heap.ts";
import { DIRECTIONS, type Direction, LaneGrid } from "./lane-grid.ts";
import type { Point, RouteEnd } from "./route.ts";
import { BEND, type Surroundings } from "./route-cost.ts";

/** A line that finds no way within so many corners keeps the one it has. */
const MOST_CORNERS = 20_000;

/**
 * How many corners all lines of one drawing may still look at. A tidy flow needs few of them; in one without any order
 * (unplaced, and nothing that arranges is there yet) every line would look far and wide, and a page must not stand still
 * for that.
 */
export interface Patience {
  corners: number;
}

/**
 * How far a line keeps from steps, and how much it prefers corners that look nearer to its end: the best way with room
 * to spare, then any way, then one as narrow as it must be.
 */
const ATTEMPTS = [
  { clearance: 10, haste: 1 },
  { clearance: 10, haste: 5 },
  { clearance: 3, haste: 2 },
];

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly direction: Direction;
  readonly cost: number;
  readonly before: Corner | null;
  readonly start: Point;
}

/**
 * The cheapest way that keeps clear of every step: a search for the shortest path (A*) over the corners where lanes
 * beside the steps meet, with a price for each bend. Null if the steps leave no way at all. Costlier than trying the
 * usual ways, so only for lines that need it, and as long as there is patience left.
 */
export function wayAround(
  from: RouteEnd,
  to: RouteEnd,
  around: Surroundings,
  patience: Patience,
): Point[] | null {
  for (const attempt of ATTEMPTS) {
    const found = search(from, to, around, patience, attempt);
    if (found) return found;
  }
  return null;
}

function search(
  from: RouteEnd,
  to: RouteEnd,
  around: Surroundings,
  patience: Patience,
  { clearance, haste }: (typeof ATTEMPTS)[number],
): Point[] | null {
  const stub = clearance + 2;
  const end: Point = { x: to.place.x - stub, y: to.place.y + to.place.height / 2 };
  const starts = startsOf(from, stub);
  const grid = new LaneGrid([end, ...starts.map(({ at }) => at)], around, clearance);
  const goal = grid.laneAt(end);
  if (!grid.isFree(goal.x, goal.y)) return null;
  const open = new Heap<Corner>();
  const push = (corner: Corner) => {
    const at = { x: grid.xs[corner.x] ?? 0, y: grid.ys[corner.y] ?? 0 };
    open.push(corner.cost + haste * leastCost(at, end, corner.direction), corner);
  };
  for (const { point, at, direction } of starts) {
    const { x, y } = grid.laneAt(at);
    if (grid.isFree(x, y)) push({ x, y, direction, cost: 0, before: null, start: point });
  }
  const settled = new Map<number, number>();
  const known = (x: number, y: number, direction: Direction) => {
    const key = (y * grid.xs.length + x) * 4 + direction;
    return { key, cost: settled.get(key) ?? Number.POSITIVE_INFINITY };
  };
  for (let corners = 0; corners < MOST_CORNERS && patience.corners > 0; corners += 1) {
    patience.corners -= 1;
    const corner = open.pop();
    if (!corner) return null;
    const { x, y, direction, cost } = corner;
    if (x === goal.x && y === goal.y && direction === 0) return pointsOf(corner, grid, to.place);
    const here = known(x, y, direction);
    if (here.cost <= cost) continue;
    settled.set(here.key, cost);
    for (const turn of [0, 1, 3] as const) {
      const turned = ((direction + turn) % 4) as Direction;
      const stretch = grid.cost(x, y, turned);
      if (stretch === null) continue;
      const made = cost + stretch + (turn === 0 ? 0 : BEND);
      const [nextX, nextY] = [x + DIRECTIONS[turned].x, y + DIRECTIONS[turned].y];
      if (known(nextX, nextY, turned).cost <= made) continue;
      push({ ...corner, x: nextX, y: nextY, direction: turned, cost: made, before: corner });
    }
  }
  return null;
}

/** What is left to pay at least; a line enters its step going right. */
function leastCost(at: Point, end: Point, direction: Direction): number {
  const [dx, dy] = [end.x - at.x, end.y - at.y];
  const bends = direction === 0 ? (dy === 0 && dx >= 0 ? 0 : 2) : 1;
  return Math.abs(dx) + Math.abs(dy) + bends * BEND;
}

/** Where a line may leave a step, and the first point in the open. */
function startsOf({ place, shape }: RouteEnd, stub: number) {
  const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  const bottom = { x: middle.x, y: place.y + place.height };
  const right = { x: place.x + place.width, y: middle.y };
  const downwards = { point: bottom, at: { x: bottom.x, y: bottom.y + stub }, direction: 1 as const };
  if (shape === "boundary") return [downwards];
  const onwards = { point: right, at: { x: right.x + stub, y: right.y }, direction: 0 as const };
  if (shape === "step") return [onwards];
  const top = { x: middle.x, y: place.y };
  return [onwards, downwards, { point: top, at: { x: top.x, y: top.y - stub }, direction: 3 as const }];
}

/** From the step to the step, without the corners at which nothing turns. */
function pointsOf(last: Corner, { xs, ys }: LaneGrid, target: Place): Point[] {
  const points: Point[] = [{ x: target.x, y: target.y + target.height / 2 }];
  for (let corner: Corner | null = last; corner; corner = corner.before) {
    points.push({ x: xs[corner.x] ?? 0, y: ys[corner.y] ?? 0 });
  }
  points.push(last.start);
  points.reverse();
  return points.filter((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (!before || !after) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}
