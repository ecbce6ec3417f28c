import type { EngineEvent, Json } from "@flowright/engine";
import type { Scenario, ScenarioStep } from "./scenario.ts";
import { ScenarioFailure, type ScenarioHost } from "./scenario-host.ts";

export interface ScenarioResult {
  readonly ok: boolean;
  /** Sentences about what was different; empty where ok. */
  readonly differences: readonly string[];
  readonly events: readonly EngineEvent[];
}

/** Carries a scenario out on a host and compares what came of it with what is expected. */
export async function runScenario(scenario: Scenario, host: ScenarioHost): Promise<ScenarioResult> {
  try {
    await host.start(scenario.start);
    for (const step of scenario.steps) await carryOut(step, host);
  } catch (error) {
    if (!(error instanceof ScenarioFailure)) throw error;
    return { ok: false, differences: [error.message], events: (await host.outcome()).events };
  }
  const { status, variables, events } = await host.outcome();
  const { expect } = scenario;
  const completed = new Set(events.flatMap((e) => (e.kind === "node.completed" ? [e.node] : [])));
  const differences = [
    ...(status === expect.status ? [] : [`The case is ${status}, expected ${expect.status}`]),
    ...(expect.visited ?? []).filter((n) => !completed.has(n)).map((n) => `Step ${n} was not completed`),
    ...(expect.notVisited ?? []).filter((n) => completed.has(n)).map((n) => `Step ${n} was completed`),
    ...Object.entries(expect.variables ?? {}).flatMap(([name, value]) =>
      equal(variables[name], value)
        ? []
        : [`${name} is ${JSON.stringify(variables[name])}, expected ${JSON.stringify(value)}`],
    ),
  ];
  return { ok: differences.length === 0, differences, events };
}

function carryOut(step: ScenarioStep, host: ScenarioHost): Promise<void> {
  switch (step.kind) {
    case "task":
      return host.task(step);
    case "job":
      return host.job(step);
    case "message":
      return host.message(step);
    case "advance":
      return host.advance(step);
  }
}

function equal(a: Json | undefined, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const [left, right] = [a, b] as unknown as [Record<string, Json>, Record<string, Json>];
  return [...keys].every((k) => Object.hasOwn(right, k) && equal(left[k], right[k] as Json));
}
