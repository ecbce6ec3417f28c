import { afterEach, describe, it } from "vitest";
import { openScenarioRuntime, type ScenarioRuntime } from "./scenario/open-scenario-runtime.ts";
import { runtimeServices } from "./scenario/runtime-services.ts";
import { expectSameAsEngine } from "./scenario/same-as-engine.ts";
import { definition, scenarios } from "./scenario/scenario-files.ts";

describe("the eight paths of return handling, through the runtime: the same events as on the engine", () => {
  let host: ScenarioRuntime | null = null;
  afterEach(async () => {
    await host?.close();
    host = null;
  });

  for (const scenario of scenarios) {
    it(`${scenario.id}: ${scenario.name.en}`, { timeout: 60_000 }, async () => {
      host = await openScenarioRuntime(definition);
      await expectSameAsEngine(scenario, await runtimeServices(host));
    });
  }
});
