import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { removeItem } from "./remove-item.ts";

const task = (id: string) => ({ id, kind: "userTask" as const, who: { type: "initiator" as const } });
const line = (source: string, target: string) => ({ id: `${source}-${target}`, source, target });

function kept(definition: WorkflowDefinition, node: string): string[] {
  const outcome = removeItem(node).execute(definition);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const ids = (nodes: WorkflowDefinition["nodes"]): string[] =>
    nodes.flatMap((each) => [each.id, ...("nodes" in each ? ids(each.nodes) : [])]);
  return ids(outcome.definition.nodes);
}

describe("deleting a step of a column", () => {
  const start = { id: "start", kind: "start" as const };
  const end = { id: "end", kind: "end" as const };
  const flow = { schema: "flowright/workflow/v1" as const, id: "flow", name: "Flow" };

  it("takes a decision away with its branches", () => {
    const nodes = [start, { id: "x", kind: "exclusive" as const }, task("a"), task("b"), end];
    const edges = [line("start", "x"), line("x", "a"), line("x", "b"), line("a", "end"), line("b", "end")];
    expect(kept({ ...flow, nodes, edges }, "x")).toEqual(["start", "end"]);
  });

  it("leaves what several lines of a task lead to", () => {
    const nodes = [start, task("first"), task("a"), task("b"), end];
    const edges = [
      line("start", "first"),
      line("first", "a"),
      line("first", "b"),
      line("a", "end"),
      line("b", "end"),
    ];
    expect(kept({ ...flow, nodes, edges }, "first")).toEqual(["start", "a", "b", "end"]);
  });

  it("leaves the tasks of a plan that waited for it", () => {
    const plan = {
      id: "plan",
      kind: "plan" as const,
      nodes: [task("draft"), task("print"), task("ship")],
      edges: [line("draft", "print"), line("draft", "ship")],
    };
    expect(kept({ ...flow, nodes: [start, plan, end], edges: [] }, "draft")).toEqual([
      "start",
      "plan",
      "print",
      "ship",
      "end",
    ]);
  });
});
