import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { neighbourOf } from "./neighbour-of.ts";

const at = (x: number, y: number) => ({ position: { x, y } });
const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "walk",
  name: "Walk",
  nodes: [
    { id: "start", kind: "start", ...at(0, 0) },
    { id: "task", kind: "userTask", who: { type: "initiator" }, ...at(120, 0) },
    { id: "stray", kind: "userTask", who: { type: "initiator" }, ...at(480, 0) },
  ],
  edges: [{ id: "line", source: "start", target: "task" }],
};

describe("walking with arrow keys", () => {
  it("follows the lines", () => {
    expect(neighbourOf(FLOW, "start", "next")).toBe("task");
    expect(neighbourOf(FLOW, "task", "previous")).toBe("start");
  });

  it("reaches a step that no line leads to, and comes back", () => {
    expect(neighbourOf(FLOW, "task", "next")).toBe("stray");
    expect(neighbourOf(FLOW, "stray", "previous")).toBe("task");
  });

  it("stays at either end", () => {
    expect(neighbourOf(FLOW, "stray", "next")).toBeNull();
    expect(neighbourOf(FLOW, "start", "previous")).toBeNull();
  });
});
