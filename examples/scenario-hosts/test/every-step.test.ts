import path from "node:path";
import { describe } from "vitest";
import { scenarioTests } from "../src/scenario-tests.ts";
import { scenariosIn } from "../src/scenarios-in.ts";

const scenarios = scenariosIn(path.resolve(import.meta.dirname, "scenarios"));

describe("every step that a scenario knows, on the engine alone", () => {
  scenarioTests(scenarios, "engine");
});

describe("every step that a scenario knows, through the runtime: the same events as on the engine", () => {
  scenarioTests(scenarios, "runtime");
});

describe("every step that a scenario knows, through three processes: the same events as on the engine", () => {
  scenarioTests(scenarios, "nodes");
});

describe("every step that a scenario knows, over HTTP: the same events as on the engine", () => {
  scenarioTests(scenarios, "http");
});
