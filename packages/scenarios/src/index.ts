export { engineHost } from "./engine-host.ts";
export { normaliseTrace } from "./normalise-trace.ts";
export { type PathCoverage, pathCoverage } from "./path-coverage.ts";
export { runScenario, type ScenarioResult } from "./run-scenario.ts";
export type { Scenario, ScenarioExpectation, ScenarioStart, ScenarioStep } from "./scenario.ts";
export { ScenarioFailure, type ScenarioHost, type ScenarioOutcome } from "./scenario-host.ts";
