import type { WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { callsOf, importedFlows, missingCalls } from "./imported-flows.ts";

const flow = (id: string, ...calls: string[]): WorkflowDefinition => ({
  schema: "flowright/workflow/v1",
  id,
  name: id,
  nodes: [
    {
      id: "inside",
      kind: "subProcess",
      nodes: calls.map((process, index) => ({ id: `call${index}`, kind: "callActivity", process })),
      edges: [],
    },
  ],
  edges: [],
});
const FILE = [flow("order", "refund", "stock"), flow("refund", "refund"), flow("other", "order")];
const set = (...ids: string[]) => new Set(ids);
const made = (flows: readonly WorkflowDefinition[]) => flows.map((one) => [one.id, callsOf(one)]);

test("flows whose ids are free keep them", () => {
  const flows = importedFlows(FILE, { chosen: set("order", "refund", "other"), taken: set() });
  expect(flows).toEqual(FILE);
});

test("a taken id gets the next free one, and whoever calls the flow calls it by that", () => {
  const flows = importedFlows(FILE, {
    chosen: set("order", "refund"),
    taken: set("refund", "refund-2", "stock"),
  });
  expect(made(flows)).toEqual([
    ["order", ["refund-3", "stock"]],
    ["refund-3", ["refund-3"]],
  ]);
});

test("what is not chosen is not made, and calls of it stay as they are", () => {
  expect(made(importedFlows(FILE, { chosen: set("other"), taken: set("order") }))).toEqual([
    ["other", ["order"]],
  ]);
});

test("the first one becomes the drawing of the flow that it is imported into", () => {
  const flows = importedFlows(FILE, {
    chosen: set("order", "other"),
    taken: set("mine", "order"),
    into: "mine",
  });
  expect(made(flows)).toEqual([
    ["mine", ["refund", "stock"]],
    ["other", ["mine"]],
  ]);
});

test("what is called and nowhere is told", () => {
  expect(missingCalls(FILE, { chosen: set("order", "other"), taken: set("stock") })).toEqual(["refund"]);
  expect(missingCalls(FILE, { chosen: set("refund"), taken: set() })).toEqual([]);
});
