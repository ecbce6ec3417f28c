import type { Place, Point } from "./place.ts";

const AROUND = 32;

/** The corners of a line between two shapes: from the right side, from the lower one of an event at an edge. */
export function linePoints(source: Place, target: Place, fromEdge: boolean): Point[] {
  const start = fromEdge
    ? { x: source.x + source.width / 2, y: source.y + source.height }
    : { x: source.x + source.width, y: source.y + source.height / 2 };
  const end = { x: target.x, y: target.y + target.height / 2 };
  if (fromEdge) {
    const below = Math.max(start.y + AROUND, end.y);
    return end.x >= start.x
      ? distinct([
          start,
          { x: start.x, y: below },
          { x: end.x - AROUND, y: below },
          { x: end.x - AROUND, y: end.y },
          end,
        ])
      : distinct([
          start,
          { x: start.x, y: below },
          { x: end.x - AROUND, y: below },
          { x: end.x - AROUND, y: end.y },
          end,
        ]);
  }
  if (end.x >= start.x) {
    const middle = (start.x + end.x) / 2;
    return distinct([start, { x: middle, y: start.y }, { x: middle, y: end.y }, end]);
  }
  const below = Math.max(source.y + source.height, target.y + target.height) + AROUND;
  return distinct([
    start,
    { x: start.x + AROUND, y: start.y },
    { x: start.x + AROUND, y: below },
    { x: end.x - AROUND, y: below },
    { x: end.x - AROUND, y: end.y },
    end,
  ]);
}

/** Without points that stand on the one before; never fewer than two. */
function distinct(points: readonly Point[]): Point[] {
  const kept = points.filter((point, index) => {
    const before = points[index - 1];
    return !before || point.x !== before.x || point.y !== before.y;
  });
  const [only] = kept;
  return kept.length === 1 && only ? [only, only] : kept;
}
