import type { WorkflowDefinition } from "@flowright/definition";
import { expect, it } from "vitest";
import { firstLook } from "./first-look.ts";

const desk = { width: 900, height: 800 };
const phone = { width: 390, height: 700 };

/** A start, and steps behind it in a row or below one another. */
function flow(steps: number, apart: { readonly x: number; readonly y: number }): WorkflowDefinition {
  return {
    schema: "flowright/workflow/v1",
    id: "flow",
    name: { en: "Flow" },
    nodes: [
      { id: "start", kind: "start", position: { x: 100, y: 212 } },
      ...Array.from({ length: steps }, (_, at) => ({
        id: `step_${at}`,
        kind: "userTask" as const,
        who: { type: "initiator" as const },
        position: { x: 200 + at * apart.x, y: 200 + (at - steps / 2) * apart.y },
      })),
    ],
    edges: [],
  };
}

it("looks at the start with the steps that follow, as large as they are seen together", () => {
  const near = firstLook(flow(40, { x: 200, y: 0 }), desk);
  expect(near?.zoom).toBe(0.8);
  // The start is at the left, in the middle of the height.
  expect((near?.x ?? 0) + 100 * 0.8).toBeCloseTo(64);
  expect((near?.y ?? 0) + 232 * 0.8).toBeCloseTo(400);
  expect(firstLook(flow(40, { x: 330, y: 0 }), desk)?.zoom).toBe(0.6);
  expect(firstLook(flow(40, { x: 330, y: 0 }), phone)?.zoom).toBe(0.6);
});

it("shows no more free ground above a flow than below it, and begins at the start, whatever stands further left", () => {
  const { nodes, ...rest } = flow(40, { x: 200, y: 0 });
  const beside = {
    id: "beside",
    kind: "userTask" as const,
    who: { type: "initiator" as const },
    position: { x: -900, y: 2_000 },
  };
  const look = firstLook({ ...rest, nodes: [...nodes, beside] }, desk);
  expect((look?.x ?? 0) + 100 * 0.8).toBeCloseTo(64);
  // The flow goes on far below its start, so the start is near the top.
  expect((look?.y ?? 0) + 200 * 0.8).toBeCloseTo(64);
});

it("looks at the whole where the steps behind the start are far away from it and from each other", () => {
  expect(firstLook(flow(40, { x: 0, y: 900 }), desk)).toBeNull();
  expect(firstLook(flow(40, { x: 2_000, y: 0 }), desk)).toBeNull();
});

it("looks at what was gone to, a line at the step that it leaves", () => {
  const long = { ...flow(40, { x: 200, y: 0 }), edges: [{ id: "on", source: "step_30", target: "step_31" }] };
  const at = firstLook(long, desk, "step_30");
  // Its card is 180 wide and 64 high or so: its place is in the middle half of the canvas.
  const x = (at?.x ?? 0) + (200 + 30 * 200) * 0.8;
  expect(x).toBeGreaterThan(225);
  expect(x).toBeLessThan(450);
  expect(firstLook(long, desk, "on")).toEqual(at);
  expect(firstLook(long, desk, "nothing there")).toEqual(firstLook(long, desk));
});
