import { setTimeout as delay } from "node:timers/promises";
import {
  engineHost,
  normaliseTrace,
  runScenario,
  type Scenario,
  type ScenarioServices,
  serviceHost,
} from "@flowright/scenarios";
import { expect } from "vitest";
import { SCENARIO_BEGINS } from "./open-scenario-runtime.ts";
import { definition } from "./scenario-files.ts";

/** Carries a scenario out on the engine alone and through the services: both must tell the same events. */
export async function expectSameAsEngine(scenario: Scenario, services: ScenarioServices): Promise<void> {
  const alone = await runScenario(scenario, engineHost(definition, scenario.people, SCENARIO_BEGINS));
  const pause = (milliseconds: number) => delay(milliseconds);
  const served = await runScenario(scenario, serviceHost(definition.id, services, pause));
  expect(served.differences).toEqual([]);
  expect(alone.events.length).toBeGreaterThan(10);
  expect(normaliseTrace(served.events)).toEqual(normaliseTrace(alone.events));
}
