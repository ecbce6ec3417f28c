import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { branchOf, withReach } from "./reach.ts";

const who = { type: "initiator" } as const;
const task = (id: string) => ({ id, kind: "userTask", who }) as const;
const line = (source: string, target: string) => ({ id: `${source}-${target}`, source, target });
const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  nodes: [
    { id: "start", kind: "start" },
    { id: "split", kind: "exclusive" },
    task("a"),
    task("a2"),
    task("b"),
    { id: "end", kind: "end" },
    { id: "late", kind: "boundary", attachedTo: "a", event: { type: "timer", duration: "P1D" } },
    task("told"),
  ],
  edges: [
    line("start", "split"),
    line("split", "a"),
    line("a", "a2"),
    line("split", "b"),
    line("a2", "end"),
    line("b", "end"),
    line("late", "told"),
  ],
};

describe("what comes before and after", () => {
  it("includes the lines between and what an event on the edge leads to", () => {
    expect([...withReach(FLOW, ["a"], "after")].sort()).toEqual(
      ["a", "a-a2", "a2", "a2-end", "end", "late", "late-told", "told"].sort(),
    );
    expect([...withReach(FLOW, ["told"], "before")].sort()).toEqual(
      ["a", "late", "late-told", "split", "split-a", "start", "start-split", "told"].sort(),
    );
  });

  it("knows a branch by its line and by any step in it", () => {
    const branch = ["a", "a-a2", "a2", "late", "late-told", "split-a", "told"];
    expect([...(branchOf(FLOW, "split-a") ?? [])].sort()).toEqual(branch);
    expect([...(branchOf(FLOW, "a2") ?? [])].sort()).toEqual(branch);
    expect(branchOf(FLOW, "start-split")).toBeNull();
    expect(branchOf(FLOW, "end")).toBeNull();
  });
});
