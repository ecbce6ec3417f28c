import { expect, test } from "vitest";
import type { WorkflowDefinition } from "../generated/workflow.ts";
import { valueAt } from "../json/json-pointer.ts";
import { NODE_KINDS } from "./node-kinds.ts";
import { scopeVariables } from "./scope-variables.ts";
import { textOf } from "./text-of.ts";
import { edgesOf, findNode, nodesOf } from "./walk.ts";

const definition: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "nested",
  name: "Nested",
  variables: { type: "object", properties: { amount: { type: "number" }, note: { type: "string" } } },
  nodes: [
    { id: "a", kind: "start" },
    {
      id: "outer",
      kind: "subProcess",
      variables: { type: "object", properties: { note: { type: "boolean" } } },
      nodes: [
        { id: "inner", kind: "subProcess", nodes: [{ id: "deep", kind: "end" }], edges: [] },
        { id: "beside", kind: "end" },
      ],
      edges: [{ id: "o1", source: "inner", target: "beside" }],
    },
  ],
  edges: [{ id: "e1", source: "a", target: "outer" }],
};

test("all steps are found on all levels, with container and path", () => {
  const found = [...nodesOf(definition)].map(({ node, container }) => [node.id, container?.id ?? null]);
  expect(found).toEqual([
    ["a", null],
    ["outer", null],
    ["inner", "outer"],
    ["deep", "inner"],
    ["beside", "outer"],
  ]);
  for (const { node, path } of nodesOf(definition)) expect(valueAt(definition, path)).toBe(node);
});

test("all lines are found on all levels", () => {
  expect([...edgesOf(definition)].map(({ edge, path }) => `${edge.id} ${path}`)).toEqual([
    "e1 /edges/0",
    "o1 /nodes/1/edges/0",
  ]);
});

test("a step is found by id", () => {
  expect(findNode(definition, "deep")).toMatchObject({ path: "/nodes/1/nodes/0/nodes/0" });
  expect(findNode(definition, "nobody")).toBeNull();
});

test("inner fields hide outer ones of the same name", () => {
  expect(scopeVariables(definition, "deep")).toEqual({
    amount: { type: "number" },
    note: { type: "boolean" },
  });
  expect(scopeVariables(definition, "outer").note).toEqual({ type: "string" });
  expect(scopeVariables(definition, "nobody").constructor).toBeUndefined();
});

test("a text is given in the reader's language, else in the other one", () => {
  expect(textOf({ en: "Yes", "zh-CN": "是" }, "zh-CN")).toBe("是");
  expect(textOf({ en: "Yes" }, "zh-CN")).toBe("Yes");
  expect(textOf({ en: "", "zh-CN": "是" }, "en")).toBe("是");
  expect(textOf("Plain", "zh-CN")).toBe("Plain");
  expect(textOf(undefined, "en")).toBe("");
});

test("the kinds of steps are twenty-four", () => {
  expect(NODE_KINDS).toHaveLength(24);
});
