import type { WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { indexOf } from "../../model/document/index-of.ts";
import { lexiconOf } from "./lexicon.ts";
import { spokenEdge, spokenStep } from "./spoken-name.ts";

const approval = (id: string) => ({
  id,
  kind: "approval",
  name: { en: "Manager approval", "zh-CN": "主管审批" },
  who: { type: "initiator" },
  rule: { type: "any" },
});
const flow = {
  schema: "flowright/workflow/v1",
  id: "f",
  name: "F",
  nodes: [approval("a"), approval("b"), { id: "m", kind: "manualTask" }],
  edges: [
    { id: "l1", source: "a", target: "m", condition: "amount > 5" },
    { id: "l2", source: "b", target: "m" },
  ],
} as unknown as WorkflowDefinition;
const index = indexOf(flow);
const said = (id: string, language: "en" | "zh-CN", extras: readonly string[] = []) => {
  const node = index.nodes.get(id)?.node;
  return node && spokenStep(node, index, lexiconOf(flow, language, {}), extras);
};

test("two steps of one kind and name are told apart, problems and what follows are said", () => {
  expect(said("a", "zh-CN", ["1 个错误"])).toMatch(/^审批 1，主管审批，.*1 个错误，后接/);
  expect(said("b", "zh-CN")).toMatch(/^审批 2，主管审批，/);
  expect(said("b", "en")).toMatch(/^Approval 2, Manager approval, /);
  expect(said("m", "en")).not.toMatch(/\d/);
});

test("lines between steps of the same name are told apart", () => {
  const line = (id: string, language: "en" | "zh-CN") => {
    const edge = index.edges.get(id)?.edge;
    return edge && spokenEdge(edge, index, lexiconOf(flow, language, {}));
  };
  expect(line("l1", "zh-CN")).toMatch(/从主管审批 1到.*：amount > 5/);
  expect(line("l2", "en")).toMatch(/^Line from Manager approval 2 to /);
});

test("a step without a name and one that is called after its kind are told apart", () => {
  const ends = {
    ...flow,
    nodes: [
      { id: "e1", kind: "end" },
      { id: "e2", kind: "end", name: { en: "End", "zh-CN": "结束" } },
    ],
    edges: [],
  } as unknown as WorkflowDefinition;
  const all = indexOf(ends);
  const called = [...all.nodes.values()].map(({ node }) =>
    spokenStep(node, all, lexiconOf(ends, "en", {}), []),
  );
  expect(called).toEqual(["End 1", "End 2"]);
});
