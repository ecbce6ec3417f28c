import { expect, test } from "vitest";
import type { WorkflowDefinition } from "../generated/workflow.ts";
import { stepAfter, stepsToBegin } from "./steps-to-begin.ts";

const definition = {
  schema: "flowright/workflow/v1",
  id: "f",
  name: "F",
  nodes: [
    { id: "begin", kind: "start" },
    { id: "check", kind: "userTask" },
    { id: "split", kind: "parallel" },
    { id: "part", kind: "subProcess", nodes: [{ id: "inner", kind: "userTask" }], edges: [] },
    { id: "late", kind: "boundary", attachedTo: "part" },
    { id: "join", kind: "parallel" },
    { id: "paid", kind: "catch", name: "Paid", event: { type: "message", message: { name: "paid" } } },
    { id: "done", kind: "end" },
  ],
  edges: ["begin check", "check split", "split part", "part join", "join paid", "paid done"].map((pair) => {
    const [source, target] = pair.split(" ");
    return { id: pair, source, target };
  }),
} as unknown as WorkflowDefinition;

test("a case can go on at steps, named events and ends", () => {
  const steps = (...active: string[]) => stepsToBegin(definition, active).map(({ id }) => id);
  expect(steps("part")).toEqual(["check", "part", "inner", "paid", "done"]);
  expect(steps("check")).toEqual(["check", "part", "paid", "done"]);
});

test("behind a step the case goes on only where one step follows", () => {
  expect(stepAfter(definition, [], "begin")).toBe("check");
  expect(stepAfter(definition, [], "paid")).toBe("done");
  expect(stepAfter(definition, [], "check")).toBeNull();
  expect(stepAfter(definition, [], "part")).toBeNull();
  expect(stepAfter(definition, [], "done")).toBeNull();
});
