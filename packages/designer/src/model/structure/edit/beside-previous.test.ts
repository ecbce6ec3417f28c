import type { Node, WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../command/command.ts";
import { treeOf } from "../tree-of.ts";
import { besidePrevious } from "./beside-previous.ts";

const task = (id: string): Node => ({ id, kind: "userTask", who: { type: "initiator" } });

const row: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "row",
  name: "Row",
  nodes: [{ id: "begin", kind: "start" }, task("a"), task("b"), task("c"), { id: "done", kind: "end" }],
  edges: [
    { id: "begin-a", source: "begin", target: "a" },
    { id: "a-b", source: "a", target: "b" },
    { id: "b-c", source: "b", target: "c" },
    { id: "c-done", source: "c", target: "done" },
  ],
};

function result(outcome: Outcome): WorkflowDefinition {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.definition;
}

const lines = ({ edges }: WorkflowDefinition) =>
  edges.map(({ source, target }) => `${source}>${target}`).sort();

describe("doing a step at the same time as the one before", () => {
  it("makes two branches that begin and are waited for together", () => {
    const made = result(besidePrevious("b").execute(row));
    expect(lines(made)).toEqual([
      "a>parallel_2",
      "b>parallel_2",
      "begin>parallel_1",
      "c>done",
      "parallel_1>a",
      "parallel_1>b",
      "parallel_2>c",
    ]);
    expect(made.nodes.every((node) => node.kind === "boundary" || node.position !== undefined)).toBe(true);
  });

  it("makes the next step another branch of them", () => {
    const two = result(besidePrevious("b").execute(row));
    const three = result(besidePrevious("c").execute(two));
    expect(lines(three)).toEqual([
      "a>parallel_2",
      "b>parallel_2",
      "begin>parallel_1",
      "c>parallel_2",
      "parallel_1>a",
      "parallel_1>b",
      "parallel_1>c",
      "parallel_2>done",
    ]);
    const split = treeOf(three, null).main.items[1];
    expect(split?.type === "split" && split.branches.length).toBe(3);
  });

  it("joins a step that nothing follows yet", () => {
    const open = { ...row, nodes: row.nodes.slice(0, 3), edges: row.edges.slice(0, 2) };
    expect(lines(result(besidePrevious("b").execute(open)))).toEqual([
      "a>parallel_2",
      "b>parallel_2",
      "begin>parallel_1",
      "parallel_1>a",
      "parallel_1>b",
    ]);
  });

  it("refuses beside the start, and an end", () => {
    expect(besidePrevious("a").execute(row)).toMatchObject({ refusal: { code: "beside.after-start" } });
    expect(besidePrevious("done").execute(row)).toMatchObject({ refusal: { code: "beside.nothing-before" } });
  });
});
