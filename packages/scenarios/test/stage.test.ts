import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { engineHost } from "../src/alone/engine-host.ts";
import { type Act, type Scene, Stage } from "../src/alone/stage.ts";
import type { Scenario, ScenarioStep } from "../src/format/scenario.ts";
import { runScenario } from "../src/run/run-scenario.ts";

const flow: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "caller",
  name: "Caller",
  variables: { type: "object", properties: { sum: { type: "number" } } },
  nodes: [
    { id: "start", kind: "start" },
    { id: "ask", kind: "callActivity", process: "other", output: [{ target: "sum", value: "result.sum" }] },
    { id: "wait", kind: "catch", event: { type: "timer", duration: "P1D" } },
    { id: "end", kind: "end" },
  ],
  edges: [
    { id: "1", source: "start", target: "ask" },
    { id: "2", source: "ask", target: "wait" },
    { id: "3", source: "wait", target: "end" },
  ],
};
const PEOPLE = { staff: ["ann"] };
const START: Act = { kind: "start", start: { kind: "by-hand", by: "ann", variables: {} } };
const ANSWER: ScenarioStep = { kind: "call", node: "ask", result: { sum: 7 } };

function scene(stage: Stage, from: Scene | null, act: Act): Scene {
  const performed = stage.perform(from, act);
  if (!performed.ok) throw new Error(performed.text.en);
  return performed.scene;
}

describe("a stage", () => {
  it("goes on from any scene, and a scene that was left stays as it was", () => {
    const stage = new Stage({ definitions: [flow] }, PEOPLE);
    const begun = scene(stage, null, START);
    const kept = JSON.stringify(begun);
    const answered = scene(stage, begun, { kind: "step", step: ANSWER });
    expect(stage.cases(answered)[0]?.view).toMatchObject({
      variables: { sum: 7 },
      waiting: [{ node: "wait" }],
    });
    expect(stage.nextDue(answered)).toBe("2026-01-06T01:00:00.000Z");
    const over = scene(stage, answered, { kind: "step", step: { kind: "advance", to: "next-timer" } });
    expect(stage.cases(over)[0]?.view.status).toBe("completed");
    expect(JSON.stringify(begun)).toBe(kept);
    const failed: Act = { kind: "step", step: { kind: "call", node: "ask", error: { code: "NO" } } };
    expect(stage.cases(scene(stage, begun, failed))[0]?.view.incidents).toMatchObject([{ node: "ask" }]);
  });

  it("says why an act cannot be done", () => {
    const stage = new Stage({ definitions: [flow] }, PEOPLE);
    const begun = scene(stage, null, START);
    const refused = stage.perform(begun, {
      kind: "step",
      step: { kind: "task", node: "ask", by: "ann" },
    });
    expect(refused).toMatchObject({ ok: false, text: { en: expect.stringContaining("no task of ann") } });
  });

  it("keeps when a flow starts by the clock again", () => {
    const daily: WorkflowDefinition = {
      ...flow,
      nodes: [
        { id: "start", kind: "start", trigger: { type: "timer", cycle: "R/P1D" } },
        { id: "look", kind: "userTask", who: { type: "role", role: "staff" } },
        { id: "end", kind: "end" },
      ],
      edges: [
        { id: "1", source: "start", target: "look" },
        { id: "2", source: "look", target: "end" },
      ],
    };
    const stage = new Stage({ definitions: [daily] }, PEOPLE);
    const first = scene(stage, null, { kind: "start", start: { kind: "timer" } });
    expect(stage.cases(first)).toHaveLength(1);
    const next = scene(stage, first, { kind: "step", step: { kind: "advance", to: "next-timer" } });
    expect(stage.cases(next)).toHaveLength(2);
    expect(stage.nextDue(first)).toBe(next.world.now);
  });
});

describe("a scenario with a flow that is called", () => {
  const scenario: Scenario = {
    schema: "flowright/scenario/v1",
    id: "called",
    name: { en: "Called", "zh-CN": "调用" },
    definition: "caller",
    people: PEOPLE,
    start: { kind: "by-hand", by: "ann", variables: {} },
    steps: [ANSWER],
    expect: { waiting: ["wait"], variables: { sum: 7 } },
  };

  it("tells how a flow ends that is not there", async () => {
    const host = engineHost({ definitions: [flow], openCalls: true }, PEOPLE);
    expect((await runScenario(scenario, host)).differences).toEqual([]);
  });

  it("does not tell it of a flow that runs itself", async () => {
    const other: WorkflowDefinition = {
      ...flow,
      id: "other",
      nodes: [
        { id: "start", kind: "start" },
        { id: "look", kind: "userTask", who: { type: "role", role: "staff" } },
        { id: "end", kind: "end" },
      ],
      edges: [
        { id: "1", source: "start", target: "look" },
        { id: "2", source: "look", target: "end" },
      ],
    };
    const host = engineHost({ definitions: [flow, other], openCalls: true }, PEOPLE);
    const { differences } = await runScenario(scenario, host);
    expect(differences[0]).toContain("runs here itself");
  });
});
