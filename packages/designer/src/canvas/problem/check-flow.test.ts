import type { WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { checkFlow } from "./check-flow.ts";

// There is no Worker here: what is tried is the way of pages that can have none.

const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "checked",
  name: "Checked",
  nodes: [
    { id: "begin", kind: "start" },
    { id: "both", kind: "parallel" },
    { id: "one", kind: "manualTask" },
    { id: "other", kind: "manualTask" },
    { id: "either", kind: "exclusive" },
    { id: "done", kind: "end" },
  ],
  edges: [
    { id: "e1", source: "begin", target: "both" },
    { id: "e2", source: "both", target: "one" },
    { id: "e3", source: "both", target: "other" },
    { id: "e4", source: "one", target: "either" },
    { id: "e5", source: "other", target: "either" },
    { id: "e6", source: "either", target: "done" },
  ],
};

test("a whole check tells of the rules and of the proof, and of which definition", async () => {
  const call = { id: "one", kind: "callActivity", process: "gone" } as WorkflowDefinition["nodes"][number];
  const definition = { ...FLOW, nodes: FLOW.nodes.map((node) => (node.id === "one" ? call : node)) };
  const checked = await checkFlow(definition, { flows: [] });
  const codes = checked.problems.map(({ code }) => code);
  expect(checked.definition).toBe(definition);
  expect(checked.shaped).toBe(true);
  expect(codes).toContain("call.flow-unknown");
  expect(codes.some((code) => code.startsWith("proof."))).toBe(true);
});

test("a document that is no definition is told as such and not played through", async () => {
  const { problems, shaped } = await checkFlow({ ...FLOW, nodes: "none" } as unknown as WorkflowDefinition);
  expect(shaped).toBe(false);
  expect(problems.map(({ path }) => path)).toContain("/nodes");
});
