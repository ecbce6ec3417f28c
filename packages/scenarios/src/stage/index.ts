/**
 * Scenarios in a page: flows are played one act at a time from any scene, and scenarios are run on the engine. Nothing
 * of it reads files or YAML.
 *
 * @packageDocumentation
 */
export { engineHost, SCENARIO_BEGINS } from "../alone/engine-host.ts";
export { type Act, type Performed, type Scene, Stage, type StagedCase } from "../alone/stage.ts";
export { checkScenario } from "../format/check-scenario.ts";
export type {
  CaseExpectation,
  Scenario,
  ScenarioExpectation,
  ScenarioStart,
  ScenarioStep,
} from "../format/scenario.ts";
export { type PathCoverage, pathCoverage } from "../run/path-coverage.ts";
export { runScenario, type ScenarioFinding, type ScenarioResult } from "../run/run-scenario.ts";
