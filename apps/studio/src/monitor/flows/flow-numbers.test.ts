import type { FlowStats } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { flowNumbers, NO_NUMBERS, shownSteps } from "./flow-numbers.ts";

const definition = {
  schemaVersion: "1",
  id: "returns",
  name: "Returns",
  nodes: [
    { id: "review", kind: "approval" },
    { id: "late", kind: "boundary", attachedTo: "review" },
    { id: "first", kind: "eventBased" },
    { id: "sent", kind: "catch", event: { type: "message", message: { name: "sent" } } },
    { id: "not_sent", kind: "catch", event: { type: "timer", duration: "P3D" } },
    { id: "inner", kind: "subProcess", nodes: [{ id: "inspect", kind: "userTask" }], edges: [] },
  ],
  edges: [
    { id: "e1", source: "first", target: "sent" },
    { id: "e2", source: "first", target: "not_sent" },
  ],
} as unknown as WorkflowDefinition;

const stats: FlowStats = {
  definitionId: "returns",
  version: 1,
  running: 7,
  withPeople: 3,
  overdue: 1,
  steps: [
    { node: "review", waiting: 2, overdue: 1, incidents: 0, oldestSince: "2026-11-23T00:00:00Z" },
    { node: "late", waiting: 2, overdue: 0, incidents: 0, oldestSince: "2026-11-23T00:00:00Z" },
    { node: "sent", waiting: 3, overdue: 0, incidents: 0, oldestSince: "2026-11-22T00:00:00Z" },
    { node: "not_sent", waiting: 3, overdue: 0, incidents: 0, oldestSince: "2026-11-22T00:00:00Z" },
    { node: "inspect", waiting: 1, overdue: 0, incidents: 1, oldestSince: null },
  ],
};

test("cases count once each, over all versions", () => {
  expect(flowNumbers([stats])).toEqual({
    running: 7,
    withPeople: 3,
    overdue: 1,
    incidents: 1,
    oldestSince: "2026-11-22T00:00:00Z",
  });
  expect(flowNumbers([stats, stats])).toMatchObject({ running: 14, withPeople: 6, incidents: 2 });
  expect(flowNumbers([])).toEqual(NO_NUMBERS);
});

const shown = (steps: FlowStats["steps"]) =>
  shownSteps(definition, { ...stats, steps }).map(({ node, waiting, at }) => `${node} ${waiting} (${at})`);

test("a case that waits for the first of several events counts once, at the gateway", () => {
  expect(shown(stats.steps)).toEqual(["first 3 (sent)", "review 2 (review)", "inspect 1 (inspect)"]);
});

test("what waits at one of the events alone counts there", () => {
  const since = { overdue: 0, oldestSince: null };
  expect(
    shown([
      { node: "sent", waiting: 3, incidents: 1, ...since },
      { node: "not_sent", waiting: 2, incidents: 0, ...since },
    ]),
  ).toEqual(["first 2 (sent)", "sent 1 (sent)"]);
  expect(shown([{ node: "sent", waiting: 1, incidents: 1, ...since }])).toEqual(["sent 1 (sent)"]);
});
