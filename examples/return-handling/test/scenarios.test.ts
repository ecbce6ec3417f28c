import type { EngineEvent } from "@flowright/engine";
import { faultsOf, scenarioTests } from "@flowright/example-scenario-hosts";
import { pathCoverage } from "@flowright/scenarios";
import { afterAll, describe, expect, it } from "vitest";
import { definition, scenarios } from "./scenario/scenario-files.ts";

describe("the paths of return handling, on the engine alone", () => {
  const runs: (readonly EngineEvent[])[] = [];

  it("are P1 to P11", () => {
    const paths = new Set(scenarios.map(({ scenario }) => scenario.id.split("-")[0]));
    expect([...paths].sort()).toEqual(Array.from({ length: 11 }, (_, index) => `p${index + 1}`).sort());
  });

  it("the flow is in order, and proved", () => {
    for (const scenario of scenarios.slice(0, 1)) expect(faultsOf(scenario)).toEqual([]);
  });

  scenarioTests(scenarios, "engine", { onResult: ({ events }) => runs.push(events) });

  afterAll(() => {
    const { edges, taken, missing } = pathCoverage(definition, runs);
    console.log(`The paths take ${taken} of ${edges} connections; not taken: ${missing.join(", ")}`);
    expect(runs).toHaveLength(scenarios.length);
    expect(taken / edges).toBeGreaterThanOrEqual(0.85);
  });
});
