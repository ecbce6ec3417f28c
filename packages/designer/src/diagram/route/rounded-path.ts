import type { Point } from "./route.ts";

/** An SVG path along the corners, each rounded with `radius`. */
export function roundedPath(points: readonly Point[], radius = 8): string {
  const corners = withoutRepeats(points);
  const first = corners[0];
  const last = corners.at(-1);
  if (!first || !last) return "";
  let path = `M${first.x} ${first.y}`;
  for (let at = 1; at < corners.length - 1; at += 1) {
    const before = corners[at - 1] as Point;
    const corner = corners[at] as Point;
    const after = corners[at + 1] as Point;
    const r = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    const a = towards(corner, before, r);
    const b = towards(corner, after, r);
    path += `L${a.x} ${a.y}Q${corner.x} ${corner.y} ${b.x} ${b.y}`;
  }
  return `${path}L${last.x} ${last.y}`;
}

function withoutRepeats(points: readonly Point[]): Point[] {
  return points.filter((point, at) => at === 0 || distance(point, points[at - 1] as Point) > 0.5);
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}
