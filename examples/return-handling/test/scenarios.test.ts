import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { WorkflowDefinition } from "@flowright/definition";
import type { EngineEvent } from "@flowright/engine";
import { engineHost, pathCoverage, runScenario, type Scenario } from "@flowright/scenarios";
import { afterAll, describe, expect, it } from "vitest";

const folder = path.join(import.meta.dirname, "..");

function read<T>(...parts: string[]): T {
  return JSON.parse(readFileSync(path.join(folder, ...parts), "utf8")) as T;
}

const definition = read<WorkflowDefinition>("return-handling.json");
const scenarios = readdirSync(path.join(folder, "scenarios"))
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => read<Scenario>("scenarios", file));

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
