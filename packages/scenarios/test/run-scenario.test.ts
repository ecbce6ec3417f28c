import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { engineHost } from "../src/alone/engine-host.ts";
import type { Scenario } from "../src/format/scenario.ts";
import { normaliseTrace } from "../src/run/normalise-trace.ts";
import { pathCoverage } from "../src/run/path-coverage.ts";
import { runScenario } from "../src/run/run-scenario.ts";

const definition: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "small",
  name: "Small",
  variables: { type: "object", properties: { sum: { type: "number" }, paid: { type: "boolean" } } },
  nodes: [
    { id: "start", kind: "start" },
    { id: "look", kind: "userTask", who: { type: "role", role: "staff" } },
    { id: "large", kind: "exclusive" },
    { id: "pay", kind: "serviceTask", jobType: "pay", output: [{ target: "paid", value: "result.ok" }] },
    { id: "wait", kind: "catch", event: { type: "timer", duration: "P1D" } },
    { id: "end", kind: "end" },
  ],
  edges: [
    { id: "1", source: "start", target: "look" },
    { id: "2", source: "look", target: "large" },
    { id: "3", source: "large", target: "pay", condition: "sum > 10" },
    { id: "4", source: "large", target: "wait", default: true },
    { id: "5", source: "pay", target: "end" },
    { id: "6", source: "wait", target: "end" },
  ],
};

const large: Scenario = {
  schema: "flowright/scenario/v1",
  id: "large",
  name: { en: "Large", "zh-CN": "大额" },
  definition: "small",
  people: { staff: ["ann"] },
  start: { kind: "by-hand", by: "ann", variables: { sum: 1 } },
  steps: [
    { kind: "task", node: "look", by: "ann", data: { sum: 20 } },
    { kind: "job", node: "pay", result: { ok: true } },
  ],
  expect: { status: "completed", visited: ["pay"], notVisited: ["wait"], variables: { paid: true } },
};

const small: Scenario = {
  ...large,
  id: "small",
  steps: [
    { kind: "task", node: "look", by: "ann" },
    { kind: "advance", duration: "PT23H" },
    { kind: "advance", duration: "PT1H" },
  ],
  expect: { status: "completed", visited: ["wait"] },
};

const run = (scenario: Scenario) => runScenario(scenario, engineHost(definition, scenario.people));

describe("a scenario on the engine alone", () => {
  it("is carried out: people, systems and the clock", async () => {
    for (const scenario of [large, small]) expect((await run(scenario)).differences).toEqual([]);
  });

  it("tells every difference from what is expected", async () => {
    const expected = {
      status: "active",
      visited: ["wait"],
      notVisited: ["pay"],
      variables: { sum: 1 },
    } as const;
    expect((await run({ ...large, expect: expected })).differences).toEqual([
      "The case is completed, expected active",
      "sum is 20, expected 1",
      "Step wait was not completed",
      "Step pay was completed",
    ]);
  });

  it("tells where the case went another way, and what it waits for", async () => {
    const result = await run({ ...large, steps: [{ kind: "job", node: "pay", result: {} }] });
    expect(result.ok).toBe(false);
    expect(result.differences).toEqual(["Step 1 (job pay): no call is open at pay; the case waits at look"]);
  });

  it("repeats its trace and counts the connections taken", async () => {
    const [first, second] = [await run(large), await run(large)];
    expect(normaliseTrace(first.events)).toEqual(normaliseTrace(second.events));
    expect(pathCoverage(definition, [first.events])).toEqual({ edges: 6, taken: 4, missing: ["4", "6"] });
    expect(pathCoverage(definition, [first.events, (await run(small)).events]).missing).toEqual([]);
  });
});
