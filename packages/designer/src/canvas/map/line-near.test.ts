import fc from "fast-check";
import { expect, it } from "vitest";
import type { Point, Route } from "../../diagram/route/route.ts";
import { lineNear } from "./line-near.ts";

const route = (...points: Point[]): Route => ({ points, label: points[0] ?? { x: 0, y: 0 } });
const LINES: [string, Route][] = [
  ["across", route({ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 80 }, { x: 300, y: 80 })],
  ["below", route({ x: 0, y: 120 }, { x: 300, y: 120 })],
];

it("a click beside a line means that line, between two the nearer one, and none where none is near", () => {
  expect(lineNear(LINES, { x: 50, y: 9 }, 10)).toBe("across");
  expect(lineNear(LINES, { x: 200, y: 97 }, 40)).toBe("across");
  expect(lineNear(LINES, { x: 200, y: 103 }, 40)).toBe("below");
  expect(lineNear(LINES, { x: 50, y: 40 }, 10)).toBeNull();
  expect(lineNear(LINES, { x: 305, y: 120 }, 10)).toBe("below");
  expect(lineNear([["dot", route({ x: 5, y: 5 }, { x: 5, y: 5 })]], { x: 8, y: 9 }, 5)).toBe("dot");
});

it("finds the line that a point was taken from, wherever on it", () => {
  fc.assert(
    fc.property(fc.nat(2), fc.double({ min: 0, max: 1, noNaN: true }), (stretch, part) => {
      const { points } = LINES[0]?.[1] ?? route();
      const [a, b] = [points[stretch], points[stretch + 1]];
      if (!a || !b) return;
      const at = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
      expect(lineNear(LINES, at, 0.001)).toBe("across");
    }),
  );
});
