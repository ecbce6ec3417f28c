import type { WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { mappedNodes, sharedMapping } from "./shared-mapping.ts";

const flow = (...nodes: string[]) =>
  ({
    nodes: nodes.map((id) => ({ id, kind: "userTask", name: id.replace(/\d/, "") })),
    edges: [],
  }) as unknown as WorkflowDefinition;

const definitions = new Map([
  [1, flow("check", "pack")],
  [2, flow("check2", "pack")],
]);
const to = flow("check3", "pack");

test("each step that is missing is asked for once, whatever the number of groups and versions", () => {
  const groups = [
    { version: 1, nodes: ["check"] },
    { version: 1, nodes: ["check", "pack"] },
    { version: 2, nodes: ["check2"] },
    { version: 9, nodes: ["unknown"] },
  ];
  const missing = sharedMapping(groups, definitions, to);
  expect(missing.map(({ from, suggestion }) => [from.id, suggestion])).toEqual([
    ["check", "check3"],
    ["check2", "check3"],
  ]);
  expect(sharedMapping(groups, definitions, undefined)).toEqual([]);
  expect(mappedNodes(missing, { check: "pack", check2: null })).toEqual({ check: "pack" });
  expect(mappedNodes(missing, {})).toEqual({ check: "check3", check2: "check3" });
});
