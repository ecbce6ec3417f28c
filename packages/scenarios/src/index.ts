export { engineHost } from "./engine-host.ts";
export { normaliseTrace } from "./normalise-trace.ts";
export { type PathCoverage, pathCoverage } from "./path-coverage.ts";
export { runScenario, type ScenarioResult } from "./run-scenario.ts";
export type { Scenario, ScenarioExpectation, ScenarioStart, ScenarioStep } from "./scenario.ts";
export { ScenarioFailure, type ScenarioHost, type ScenarioOutcome } from "./scenario-host.ts";
export type { ScenarioClock, ScenarioServices, TakenJob } from "./scenario-services.ts";
export { type Pause, serviceHost } from "./service-host.ts";
