import type { Point } from "./route.ts";

/**
 * The middle of the longest level stretch; of the last one where several are about as long, because branches
 * that leave a gateway share the first.
 */
export function labelPlace(points: readonly Point[]): Point {
  let best: { length: number; at: Point } | null = null;
  for (let at = 1; at < points.length; at += 1) {
    const a = points[at - 1] as Point;
    const b = points[at] as Point;
    if (a.y !== b.y) continue;
    const length = Math.abs(a.x - b.x);
    if (!best || length >= best.length * 0.8) best = { length, at: { x: (a.x + b.x) / 2, y: a.y } };
  }
  return best?.at ?? points[0] ?? { x: 0, y: 0 };
}
