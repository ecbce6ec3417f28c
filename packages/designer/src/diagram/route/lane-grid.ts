import type { Place } from "../../model/geometry/size-of.ts";
import type { Point } from "./route.ts";
import { linesCost, type Stretch, type Surroundings } from "./route-cost.ts";

/** Which way a line goes on: right, down, left, up. */
export const DIRECTIONS = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const;

export type Direction = 0 | 1 | 2 | 3;

/** Leaving the frame of the sub-process around it costs so much for each stretch. */
const OUT_OF_FRAME = 500;

/**
 * Lanes beside the steps, level and upright, and what a line pays from one corner, where two of them meet, to the next.
 * Everything is worked out once per lane, because a search asks for it thousands of times.
 */
export class LaneGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly #around: Surroundings;
  /** Of the stretch that leads right (or down) from a corner: whether a step is in the way. */
  readonly #blockedRight: Uint8Array;
  readonly #blockedDown: Uint8Array;
  readonly #blockedCorner: Uint8Array;
  /** Of the same stretches: what they cost for the lines that are there already; not a number until it was asked for. */
  readonly #linesRight: Float64Array;
  readonly #linesDown: Float64Array;
  readonly #level: (readonly Stretch[] | undefined)[] = [];
  readonly #upright: (readonly Stretch[] | undefined)[] = [];

  constructor(ends: readonly Point[], around: Surroundings, clearance: number) {
    const blocks = [...around.obstacles, ...around.own];
    this.#around = around;
    this.xs = lanes(
      ends.map(({ x }) => x),
      blocks.map(({ x, width }) => [x, x + width]),
      clearance + 2,
    );
    this.ys = lanes(
      ends.map(({ y }) => y),
      blocks.map(({ y, height }) => [y, y + height]),
      clearance + 2,
    );
    const corners = this.xs.length * this.ys.length;
    this.#blockedRight = new Uint8Array(corners);
    this.#blockedDown = new Uint8Array(corners);
    this.#blockedCorner = new Uint8Array(corners);
    this.#linesRight = new Float64Array(corners).fill(Number.NaN);
    this.#linesDown = new Float64Array(corners).fill(Number.NaN);
    for (const block of blocks) this.#close(block, clearance);
  }

  /** The number of the lane at a place, which one of the ends must have asked for. */
  laneAt({ x, y }: Point): { readonly x: number; readonly y: number } {
    return { x: this.xs.indexOf(x), y: this.ys.indexOf(y) };
  }

  isFree(x: number, y: number): boolean {
    return this.#blockedCorner[y * this.xs.length + x] === 0;
  }

  /** What the stretch to the next corner in a direction costs; null where it leaves the grid or meets a step. */
  cost(x: number, y: number, direction: Direction): number | null {
    const [nextX, nextY] = [x + DIRECTIONS[direction].x, y + DIRECTIONS[direction].y];
    const a = { x: this.xs[x] ?? 0, y: this.ys[y] ?? 0 };
    const [bx, by] = [this.xs[nextX], this.ys[nextY]];
    if (bx === undefined || by === undefined) return null;
    const first = Math.min(y, nextY) * this.xs.length + Math.min(x, nextX);
    if ((x === nextX ? this.#blockedDown : this.#blockedRight)[first] === 1) return null;
    const b = { x: bx, y: by };
    const known = x === nextX ? this.#linesDown : this.#linesRight;
    let lines = known[first] ?? Number.NaN;
    if (Number.isNaN(lines)) {
      const drawn = x === nextX ? this.#linesAtX(x) : this.#linesAtY(y);
      lines = linesCost(a, b, { drawn, ends: this.#around.ends });
      known[first] = lines;
    }
    return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + lines + this.#outside(b);
  }

  #close({ x, y, width, height }: Place, clearance: number): void {
    const [left, right] = within(this.xs, x - clearance, x + width + clearance);
    const [top, bottom] = within(this.ys, y - clearance, y + height + clearance);
    const columns = this.xs.length;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left - 1; column <= right; column += 1) {
        if (column >= 0) this.#blockedRight[row * columns + column] = 1;
        if (column >= left) this.#blockedCorner[row * columns + column] = 1;
      }
    }
    for (let row = top - 1; row <= bottom; row += 1) {
      if (row < 0) continue;
      for (let column = left; column <= right; column += 1) this.#blockedDown[row * columns + column] = 1;
    }
  }

  #linesAtX(lane: number): readonly Stretch[] {
    const x = this.xs[lane] ?? 0;
    this.#upright[lane] ??= this.#around.drawn.filter(
      ({ a, b }) => Math.min(a.x, b.x) <= x + 6 && Math.max(a.x, b.x) >= x - 6,
    );
    return this.#upright[lane] ?? [];
  }

  #linesAtY(lane: number): readonly Stretch[] {
    const y = this.ys[lane] ?? 0;
    this.#level[lane] ??= this.#around.drawn.filter(
      ({ a, b }) => Math.min(a.y, b.y) <= y + 6 && Math.max(a.y, b.y) >= y - 6,
    );
    return this.#level[lane] ?? [];
  }

  #outside({ x, y }: Point): number {
    const { frame } = this.#around;
    if (!frame) return 0;
    return x < frame.left || x > frame.right || y < frame.top || y > frame.bottom ? OUT_OF_FRAME : 0;
  }
}

/** Two lanes beside every step on both sides, so that lines need not lie on each other. */
function lanes(
  ends: readonly number[],
  sides: readonly (readonly [number, number])[],
  away: number,
): number[] {
  const found = new Set(ends);
  for (const [low, high] of sides) {
    for (const distance of [away, away + 12]) found.add(low - distance).add(high + distance);
  }
  return [...found].sort((a, b) => a - b);
}

/** The first and the last of the lanes that lie between two bounds; the last before the first if none does. */
function within(lanes: readonly number[], low: number, high: number): [number, number] {
  return [firstAbove(lanes, low), firstAbove(lanes, high - 1e-6) - 1];
}

/** Where in a rising list the first number stands that is greater. */
function firstAbove(list: readonly number[], value: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
