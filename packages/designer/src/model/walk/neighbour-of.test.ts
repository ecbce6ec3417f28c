import { readFileSync } from "node:fs";
import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { indexOf } from "../document/index-of.ts";
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

  it("comes from every step of a flow with blocks in blocks to every other", () => {
    const file = new URL("../../../../../examples/return-handling/return-handling.json", import.meta.url);
    const returns = JSON.parse(readFileSync(file, "utf8")) as WorkflowDefinition;
    const all = [...indexOf(returns).nodes.keys()];
    for (const from of all) {
      const seen = new Set([from]);
      for (const each of seen)
        for (const direction of ["next", "previous", "up", "down"] as const)
          seen.add(neighbourOf(returns, each, direction) ?? each);
      expect([...seen].sort()).toEqual([...all].sort());
    }
  });
});
