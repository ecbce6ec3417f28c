import type { WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { missingSteps } from "./step-mapping.ts";

const flow = (...nodes: string[]) =>
  ({
    nodes: nodes.map((words) => {
      const [id, kind, name] = words.split(" ");
      return { id, kind, ...(name === undefined ? {} : { name }) };
    }),
    edges: [],
  }) as unknown as WorkflowDefinition;

const told = (from: WorkflowDefinition, to: WorkflowDefinition, ...standing: string[]) =>
  missingSteps(from, to, standing).map(
    ({ from: step, choices, suggestion }) =>
      `${step.id}: ${choices.map(({ id }) => id).join(" ")}, likely ${suggestion}`,
  );

test("steps that the other version has need no place", () => {
  expect(told(flow("check userTask"), flow("check userTask", "pack userTask"), "check")).toEqual([]);
});

test("a step of the same name is the likely one, else the only new one of the kind", () => {
  const from = flow("check userTask Check", "pack userTask Pack");
  const to = flow("pack userTask Pack", "look userTask Check", "wrap userTask Wrap", "ship serviceTask");
  expect(told(from, to, "check", "check")).toEqual(["check: look wrap pack, likely look"]);
  expect(told(from, flow("pack userTask Pack", "wrap userTask Wrap"), "check")).toEqual([
    "check: wrap pack, likely wrap",
  ]);
});

test("where several could be meant nothing is suggested, nor where the kind is another", () => {
  const from = flow("check userTask Check");
  expect(told(from, flow("a userTask A", "b userTask B"), "check")).toEqual(["check: a b, likely null"]);
  expect(told(from, flow("check serviceTask Check"), "check")).toEqual(["check: , likely null"]);
});
