import { expect, it } from "vitest";
import type { RouteEnd } from "./route.ts";
import type { Surroundings } from "./route-cost.ts";
import { wayAround } from "./way-around.ts";

const card = { width: 160, height: 60 };
const from: RouteEnd = { place: { x: 0, y: 0, ...card }, shape: "step" };
const to: RouteEnd = { place: { x: 700, y: 0, ...card }, shape: "step" };
const around: Surroundings = {
  obstacles: [-300, -200, -100, 0, 100, 200, 300].map((y) => ({ x: 350, y, ...card })),
  own: [from.place, to.place],
  drawn: [],
  ends: { source: "from", target: "to" },
  frame: null,
};

it("takes what it looks at from what all lines of a drawing have", () => {
  const patience = { corners: 10_000 };
  const first = wayAround(from, to, around, patience);
  expect(first?.length).toBeGreaterThan(2);
  const spent = 10_000 - patience.corners;
  expect(spent).toBeGreaterThan(10);
  expect(wayAround(from, to, around, patience)).toEqual(first);
  expect(10_000 - patience.corners).toBe(2 * spent);
});

it("gives up when that is used up, however many ways are left to try", () => {
  const patience = { corners: 10 };
  expect(wayAround(from, to, around, patience)).toBeNull();
  expect(patience.corners).toBe(0);
  expect(wayAround(from, to, around, patience)).toBeNull();
});
