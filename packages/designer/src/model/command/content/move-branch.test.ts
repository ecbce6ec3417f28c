import type { WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { execute, historyOf, redone, undone } from "../../history.ts";
import { moveBranch } from "./move-branch.ts";

const definition: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "f",
  name: "F",
  nodes: [
    { id: "s", kind: "start" },
    { id: "g", kind: "exclusive" },
    { id: "a", kind: "end" },
    { id: "b", kind: "end" },
  ],
  edges: [
    { id: "one", source: "g", target: "a", condition: "x > 1" },
    { id: "in", source: "s", target: "g" },
    { id: "two", source: "g", target: "b", default: true },
  ],
};

const ids = (each: WorkflowDefinition) => each.edges.map((edge) => edge.id).join(" ");

test("a branch moves among the branches of its decision, and back by undo", () => {
  const { history, outcome } = execute(historyOf(definition), moveBranch("two", -1), 0);
  expect(outcome.ok).toBe(true);
  expect(ids(history.definition)).toBe("two in one");
  expect(undone(history).definition).toBe(definition);
  expect(ids(redone(undone(history)).definition)).toBe("two in one");
});

test("a branch at the end of the order stays there, and the reason is said", () => {
  const { outcome } = execute(historyOf(definition), moveBranch("one", -1), 0);
  expect(outcome).toMatchObject({ ok: false, refusal: { code: "branch.at-end" } });
  expect(execute(historyOf(definition), moveBranch("nobody", 1), 0).outcome).toMatchObject({
    ok: false,
    refusal: { code: "edge.unknown" },
  });
});
