import type { WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createDesignerStore } from "../../designer-store.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { makeSpace, spaceMoves } from "./make-space.ts";

const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  nodes: [
    { id: "a", kind: "manualTask", position: { x: 0, y: 0 } },
    { id: "b", kind: "manualTask", position: { x: 400, y: 0 } },
    { id: "c", kind: "manualTask", position: { x: 800, y: 200 } },
  ],
  edges: [],
};
const at = { x: 300, y: 100 };
const moves = (by: { x: number; y: number }) =>
  Object.fromEntries(spaceMoves(FLOW, { container: null, at, by }));

it("moves what is beyond the point along the drag, by whole steps of the grid", () => {
  expect(moves({ x: 43, y: 10 })).toEqual({ b: { x: 440, y: 0 }, c: { x: 840, y: 200 } });
  expect(moves({ x: 3, y: 50 })).toEqual({ c: { x: 800, y: 248 } });
  expect(moves({ x: 2, y: 1 })).toEqual({});
});

it("closes a gap until the next step would be too near, as one step that can be undone", () => {
  const store = createDesignerStore({ definition: FLOW });
  store.getState().run(makeSpace(FLOW, { container: null, at, by: { x: -5_000, y: 0 } }));
  const places = placesOf(store.getState().definition);
  const [a, b, c] = ["a", "b", "c"].map((id) => places.get(id));
  expect((b?.x ?? 0) - (a?.x ?? 0) - (a?.width ?? 0)).toBeGreaterThanOrEqual(24);
  expect((b?.x ?? 0) - (a?.x ?? 0) - (a?.width ?? 0)).toBeLessThan(24 + 16);
  expect((c?.x ?? 0) - (b?.x ?? 0)).toBe(400);
  store.getState().undo();
  expect(store.getState().definition).toBe(FLOW);
});

it("never makes steps overlap that did not, wherever and however far it is dragged", () => {
  const number = fc.integer({ min: -1_200, max: 1_200 });
  fc.assert(
    fc.property(number, number, number, number, (x, y, dx, dy) => {
      const outcome = makeSpace(FLOW, { container: null, at: { x, y }, by: { x: dx, y: dy } }).execute(FLOW);
      const places = outcome.ok ? [...placesOf(outcome.definition).values()] : [];
      for (const [index, one] of places.entries()) {
        for (const other of places.slice(index + 1)) {
          const apart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});
