import type { EngineEvent, JsonObject } from "@flowright/engine";
import type { ScenarioStart, ScenarioStep } from "./scenario.ts";

type StepOf<K extends ScenarioStep["kind"]> = Extract<ScenarioStep, { kind: K }>;

/** Where a scenario is carried out: the engine alone, a runtime on a database, or a server over HTTP. */
export interface ScenarioHost {
  start(start: ScenarioStart): Promise<void>;
  /** Each waits until the case has come to the step, and rejects with a `ScenarioFailure` where it does not. */
  task(step: StepOf<"task">): Promise<void>;
  job(step: StepOf<"job">): Promise<void>;
  message(step: StepOf<"message">): Promise<void>;
  advance(step: StepOf<"advance">): Promise<void>;
  /** Everything that happened, once nothing more happens by itself. */
  outcome(): Promise<ScenarioOutcome>;
}

export interface ScenarioOutcome {
  readonly status: string;
  readonly variables: JsonObject;
  readonly events: readonly EngineEvent[];
}

/** The case went another way than the scenario says. */
export class ScenarioFailure extends Error {
  override readonly name = "ScenarioFailure";
}
