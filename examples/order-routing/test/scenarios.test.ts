import { faultsOf, scenarioTests } from "@flowright/example-scenario-hosts";
import { describe, expect, it } from "vitest";
import { scenarios } from "./scenario-files.ts";

describe("the paths of order routing, on the engine alone", () => {
  it("the flows are in order, and proved", () => {
    for (const scenario of scenarios.slice(0, 1)) expect(faultsOf(scenario)).toEqual([]);
  });

  scenarioTests(scenarios, "engine");
});

describe("the paths of order routing, through the runtime: the same events as on the engine", () => {
  scenarioTests(scenarios, "runtime");
});

describe("the paths of order routing, over HTTP: the same events as on the engine", () => {
  scenarioTests(scenarios, "http");
});
