import type { Point, Route } from "../../diagram/route/route.ts";

/**
 * The line that passes nearest to a point, if it does so within `reach`; all in the coordinates of the canvas. From afar
 * lines are drawn many in one path, so what was clicked is found by where they run.
 */
export function lineNear(
  lines: Iterable<readonly [id: string, route: Route]>,
  at: Point,
  reach: number,
): string | null {
  let nearest: string | null = null;
  let least = reach;
  for (const [id, { points }] of lines) {
    for (let end = 1; end < points.length; end += 1) {
      const [a, b] = [points[end - 1], points[end]];
      if (!a || !b || isBeyond(a, b, at, least)) continue;
      const distance = distanceTo(a, b, at);
      if (distance > least) continue;
      least = distance;
      nearest = id;
    }
  }
  return nearest;
}

function isBeyond(a: Point, b: Point, { x, y }: Point, reach: number): boolean {
  return (
    x < Math.min(a.x, b.x) - reach ||
    x > Math.max(a.x, b.x) + reach ||
    y < Math.min(a.y, b.y) - reach ||
    y > Math.max(a.y, b.y) + reach
  );
}

function distanceTo(a: Point, b: Point, at: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((at.x - a.x) * dx + (at.y - a.y) * dy) / length;
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(at.x - a.x - part * dx, at.y - a.y - part * dy);
}
