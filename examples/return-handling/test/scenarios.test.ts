import type { EngineEvent } from "@flowright/engine";
import { engineHost, pathCoverage, runScenario } from "@flowright/scenarios";
import { afterAll, describe, expect, it } from "vitest";
import { definition, scenarios } from "./scenario/scenario-files.ts";

describe("the eight paths of return handling, on the engine alone", () => {
  const runs: (readonly EngineEvent[])[] = [];

  it("are eight", () => {
    expect(scenarios.map(({ id }) => id.slice(0, 2))).toEqual([
      "p1",
      "p2",
      "p3",
      "p4",
      "p5",
      "p6",
      "p7",
      "p8",
    ]);
  });

  for (const scenario of scenarios) {
    it(`${scenario.id}: ${scenario.name.en}`, async () => {
      const result = await runScenario(scenario, engineHost(definition, scenario.people));
      expect(result.differences).toEqual([]);
      runs.push(result.events);
    });
  }

  afterAll(() => {
    const { edges, taken, missing } = pathCoverage(definition, runs);
    console.log(`The eight paths take ${taken} of ${edges} connections; not taken: ${missing.join(", ")}`);
    expect(runs).toHaveLength(8);
    expect(taken / edges).toBeGreaterThanOrEqual(0.85);
  });
});
