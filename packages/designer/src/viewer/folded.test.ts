import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { folded, outerSubProcesses, overlayWithInside } from "./folded.ts";

const flow: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  nodes: [
    {
      id: "block",
      kind: "subProcess",
      nodes: [
        { id: "a", kind: "userTask", who: { type: "initiator" } },
        { id: "b", kind: "userTask", who: { type: "initiator" } },
      ],
      edges: [],
    },
  ],
  edges: [],
};

describe("a folded sub-process in the viewer", () => {
  const closed = folded(flow, outerSubProcesses(flow));

  it("shows what waits inside, so that nothing is hidden", () => {
    const overlays = { a: { waiting: 2, overdue: 1, state: "current" as const }, b: { incidents: 1 } };
    expect(overlayWithInside(closed, "block", overlays)).toEqual({
      waiting: 2,
      overdue: 1,
      incidents: 1,
      state: "current",
    });
  });

  it("counts nothing twice when the sub-process brings its own counts, and adds nothing while open", () => {
    const overlays = { block: { waiting: 3 }, a: { waiting: 2 } };
    expect(overlayWithInside(closed, "block", overlays)?.waiting).toBe(3);
    expect(overlayWithInside(flow, "block", overlays)).toEqual({ waiting: 3 });
  });

  it("is the same definition when nothing is to be folded", () => {
    expect(folded(flow, new Set())).toBe(flow);
  });
});
