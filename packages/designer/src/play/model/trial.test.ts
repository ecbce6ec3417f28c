import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { doerOf, STARTER, type Trial, trialOf, trialStatus, tried, without } from "./trial.ts";

const flow: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  variables: { type: "object", properties: { answer: { type: "string" } } },
  nodes: [
    { id: "start", kind: "start" },
    {
      id: "call",
      kind: "serviceTask",
      call: { system: "shop", operation: "check" },
      output: [{ target: "answer", value: "result.answer" }],
    },
    { id: "wait", kind: "catch", event: { type: "timer", duration: "P3D" } },
    { id: "approve", kind: "approval", who: { type: "role", role: "fin" }, rule: { type: "nOfM", n: 2 } },
    { id: "end", kind: "end" },
  ],
  edges: [
    { id: "e1", source: "start", target: "call" },
    { id: "e2", source: "call", target: "wait" },
    { id: "e3", source: "wait", target: "approve" },
    { id: "e4", source: "approve", target: "end" },
  ],
};

const NOW = "2026-01-05T01:00:00.000Z";

function begun(): Trial {
  const start = trialOf(flow, NOW);
  if (!start.ok) throw new Error(start.problems.map(({ code }) => code).join());
  return start.trial;
}

function after(trial: Trial, ...[command, at]: [Parameters<typeof tried>[1], string?]): Trial {
  const result = tried(trial, command, at);
  if (!result.ok) throw new Error(result.problem.code);
  return result.trial;
}

describe("a trial", () => {
  it("goes from wait to wait until the end, on a clock that moves only when asked", () => {
    let trial = after(begun(), { kind: "instance.start", variables: {}, by: STARTER });
    const job = trial.waits[0];
    if (job?.kind !== "job") throw new Error("no call");
    trial = after(without(trial, job), {
      kind: "job.complete",
      job: job.job.job,
      result: { answer: "yes" },
    });
    const timer = trial.waits[0];
    if (timer?.kind !== "timer") throw new Error("no timer");
    expect(trial.now).toBe(NOW);
    trial = after(without(trial, timer), { kind: "timer.fire", timer: timer.timer }, timer.due);
    expect(trial.now).toBe("2026-01-08T01:00:00.000Z");
    for (let votes = 0; votes < 2; votes += 1) {
      const task = trial.waits.find((wait) => wait.kind === "task");
      if (task?.kind !== "task") throw new Error("no task");
      trial = after(trial, {
        kind: "task.complete",
        task: task.task.task,
        by: doerOf(trial, task.task),
        data: {},
        outcome: "approved",
      });
    }
    expect(trialStatus(trial)).toBe("completed");
    expect(trial.waits).toEqual([]);
    expect([...trial.done]).toEqual(expect.arrayContaining(["e1", "e2", "e3", "e4", "approve"]));
  });

  it("leaves the trial before a step as it was, so that one can go back", () => {
    const first = after(begun(), { kind: "instance.start", variables: {}, by: STARTER });
    const kept = JSON.stringify(first.state);
    const job = first.waits[0];
    if (job?.kind !== "job") throw new Error("no call");
    after(without(first, job), { kind: "job.fail", job: job.job.job, message: "no" });
    expect(JSON.stringify(first.state)).toBe(kept);
    expect(first.waits).toHaveLength(1);
  });

  it("stops with an incident when a call fails, and goes on by trying again", () => {
    let trial = after(begun(), { kind: "instance.start", variables: {}, by: STARTER });
    const job = trial.waits[0];
    if (job?.kind !== "job") throw new Error("no call");
    trial = after(without(trial, job), { kind: "job.fail", job: job.job.job, message: "no" });
    const incident = trial.waits[0];
    if (incident?.kind !== "incident") throw new Error("no incident");
    trial = after(trial, { kind: "incident.retry", incident: incident.incident, by: null });
    expect(trial.waits.map(({ kind }) => kind)).toEqual(["job"]);
  });

  it("does not begin while the flow has errors", () => {
    const broken = { ...flow, edges: [{ id: "e1", source: "start", target: "nowhere" }] };
    expect(trialOf(broken, NOW).ok).toBe(false);
  });
});
