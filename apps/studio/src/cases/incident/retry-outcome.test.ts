import type { Incident, Instance, Waiting } from "@flowright/client";
import { expect, test } from "vitest";
import { retryOutcome } from "./retry-outcome.ts";

const incident: Incident = {
  id: "c.1",
  instanceId: "c",
  instanceNumber: "R-1",
  definitionId: "returns",
  node: "refund",
  nodeName: "Refund",
  code: "job.failed",
  params: {},
  message: { en: "failed", "zh-CN": "失败" },
  detail: null,
  attempts: 5,
  raisedAt: "2026-11-24T10:00:00Z",
  resolvedAt: null,
  resolvedBy: null,
};
const solved = { ...incident, resolvedAt: "2026-11-24T11:00:00Z" };
const job: Waiting = {
  node: "refund",
  nodeName: "Refund",
  choice: null,
  calledCase: null,
  kind: "job",
  since: "",
  due: null,
  people: [],
  roles: [],
};

function caseWith(incidents: Incident[], waiting: Waiting[]): Instance {
  return { incidents, waiting } as Partial<Instance> as Instance;
}

test("while the case has not moved, the try is under way", () => {
  expect(retryOutcome(incident, undefined).kind).toBe("trying");
  expect(retryOutcome(incident, caseWith([incident], [])).kind).toBe("trying");
  expect(retryOutcome(incident, caseWith([solved], [job])).kind).toBe("trying");
});

test("once the step waits no more it is solved", () => {
  expect(retryOutcome(incident, caseWith([solved], [])).kind).toBe("solved");
  expect(retryOutcome(incident, caseWith([], [{ ...job, node: "stock" }])).kind).toBe("solved");
});

test("a new incident at the step means that it failed again", () => {
  const next = { ...incident, id: "c.2" };
  expect(retryOutcome(incident, caseWith([solved, next], []))).toEqual({ kind: "again", incident: next });
});
