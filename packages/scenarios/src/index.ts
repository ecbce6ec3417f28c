/**
 * Scenarios: ways through flows, written down to be carried out and checked.
 *
 * - `readScenario(text)` reads one from YAML or JSON, `loadScenario(text, read)` with the flows and tables it names.
 * - `runScenario(scenario, host)` carries it out: `engineHost` on the engine alone, `serviceHost` through a runtime or
 *   a server by way of a `ScenarioServices`. What comes of it is the same on each; `normaliseTrace` takes out of the
 *   events what belongs to the host.
 * - `Scenario` says what every word of the format means.
 *
 * @packageDocumentation
 */
export { engineHost, SCENARIO_BEGINS } from "./alone/engine-host.ts";
export { checkScenario } from "./format/check-scenario.ts";
export { type LoadedScenario, type LoadResult, loadScenario, type ReadFile } from "./format/load-scenario.ts";
export { type ReadScenario, readScenario } from "./format/read-scenario.ts";
export type {
  CaseExpectation,
  MessageFate,
  Scenario,
  ScenarioExpectation,
  ScenarioStart,
  ScenarioStep,
  SentMessage,
} from "./format/scenario.ts";
export { normaliseTrace } from "./run/normalise-trace.ts";
export { type PathCoverage, pathCoverage } from "./run/path-coverage.ts";
export { runScenario, type ScenarioFinding, type ScenarioResult } from "./run/run-scenario.ts";
export {
  type CaseView,
  ScenarioFailure,
  type ScenarioHost,
  ScenarioRefusal,
} from "./run/scenario-host.ts";
export type { ScenarioClock, ScenarioServices, ServedCase, TakenJob } from "./served/scenario-services.ts";
export { type Pause, serviceHost } from "./served/service-host.ts";
