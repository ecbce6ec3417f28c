import type { BilingualText, Problem } from "@flowright/definition";
import type { EngineEvent, JsonObject } from "@flowright/engine";
import type { ScenarioStart, ScenarioStep } from "../format/scenario.ts";

/** Where a scenario is carried out: the engine alone, a runtime on a database, or a server over HTTP. */
export interface ScenarioHost {
  /** Rejects with a `ScenarioFailure` where no case starts. */
  start(start: ScenarioStart): Promise<void>;
  /** Waits until a case has come to the step; rejects with a `ScenarioFailure` where none does. */
  carryOut(step: ScenarioStep): Promise<void>;
  /** Every case: the one that was started first, those that it called, then the others by flow and by age. */
  cases(): Promise<readonly CaseView[]>;
  /** Looks until there are no differences, as long as more may happen by itself; gives the last ones. */
  untilSame<Difference>(look: () => Promise<readonly Difference[]>): Promise<readonly Difference[]>;
}

/** How a case stands, as its host tells it. */
export interface CaseView {
  /** Id of its flow. */
  readonly definition: string;
  readonly status: string;
  readonly variables: JsonObject;
  /** Everything awaited, boundary events and listeners left out; tasks of plans whose turn has not come too. */
  readonly waiting: readonly ViewedWait[];
  readonly upcoming: readonly { readonly node: string; readonly waitsFor: readonly string[] }[];
  /** Open ones. */
  readonly incidents: readonly { readonly node: string; readonly code: string }[];
  readonly events: readonly EngineEvent[];
}

export interface ViewedWait {
  readonly node: string;
  readonly people: readonly string[];
  readonly roles: readonly string[];
}

/** The case went another way than the scenario says. */
export class ScenarioFailure extends Error {
  override readonly name: string = "ScenarioFailure";
  readonly text: BilingualText;

  constructor(text: BilingualText) {
    super(text.en);
    this.text = text;
  }
}

/** More happens by itself than can be meant. */
export class ScenarioEndless extends ScenarioFailure {
  override readonly name = "ScenarioEndless";
}

/** What a step asked for was refused. */
export class ScenarioRefusal extends ScenarioFailure {
  override readonly name = "ScenarioRefusal";
  readonly code: string;
  /** Where the engine itself refused it. */
  readonly problem: Problem | null;

  constructor(code: string, text: BilingualText, problem: Problem | null = null) {
    super({
      en: `this was refused (${code}): ${text.en}`,
      "zh-CN": `该操作被拒绝（${code}）：${text["zh-CN"]}`,
    });
    this.code = code;
    this.problem = problem;
  }
}
