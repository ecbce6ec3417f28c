import { faultsOf, scenarioTests } from "@flowright/example-scenario-hosts";
import { describe, expect, it } from "vitest";
import { scenarios } from "./scenario-files.ts";

describe("the paths of three-level approval, on the engine alone", () => {
  it("the flow is in order, and proved", () => {
    for (const scenario of scenarios.slice(0, 1)) expect(faultsOf(scenario)).toEqual([]);
  });

  scenarioTests(scenarios, "engine");
});
