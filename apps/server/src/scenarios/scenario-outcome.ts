import type { Problem, WorkflowDefinition } from "@flowright/definition";
import {
  type CaseView,
  engineHost,
  type LoadedScenario,
  type PathCoverage,
  pathCoverage,
  runScenario,
  ScenarioFailure,
  type ScenarioFinding,
} from "@flowright/scenarios";
import type { FoundScenario } from "./find-scenarios.ts";

/** What came of one scenario. */
export interface ScenarioOutcome {
  readonly file: string;
  readonly id: string;
  readonly name: { readonly en: string; readonly "zh-CN": string };
  readonly result: "passed" | "failed" | "refused";
  /** What was not as expected. */
  readonly findings: readonly ScenarioFinding[];
  /** What is wrong with the file. */
  readonly problems: readonly Problem[];
  readonly milliseconds: number;
}

export interface FlowCoverage extends PathCoverage {
  readonly flow: string;
}

/** Runs scenarios on the engine alone and counts which lines of their flows were taken. */
export class ScenarioRunner {
  readonly outcomes: ScenarioOutcome[] = [];
  readonly #flows = new Map<
    string,
    { readonly definition: WorkflowDefinition; readonly runs: CaseView["events"][] }
  >();

  async run({ file, loaded }: FoundScenario): Promise<ScenarioOutcome> {
    const began = performance.now();
    const outcome = loaded.ok ? await this.#carryOut(loaded.value) : { result: "refused" as const };
    const { id, name } = loaded.ok ? loaded.value.scenario : { id: file, name: { en: file, "zh-CN": file } };
    const told: ScenarioOutcome = {
      file,
      id,
      name,
      findings: [],
      problems: loaded.ok ? [] : loaded.problems,
      ...outcome,
      milliseconds: performance.now() - began,
    };
    this.outcomes.push(told);
    return told;
  }

  coverage(): FlowCoverage[] {
    return [...this.#flows.values()].map(({ definition, runs }) => ({
      flow: definition.id,
      ...pathCoverage(definition, runs),
    }));
  }

  async #carryOut({ scenario, ...flows }: LoadedScenario) {
    for (const definition of flows.definitions)
      if (!this.#flows.has(definition.id)) this.#flows.set(definition.id, { definition, runs: [] });
    const { ok, findings, cases } = await runOne(scenario, flows);
    for (const { definition, events } of cases) this.#flows.get(definition)?.runs.push(events);
    return { result: ok ? ("passed" as const) : ("failed" as const), findings };
  }
}

/** A flow that cannot be run fails its scenario with the reason. */
async function runOne(scenario: LoadedScenario["scenario"], flows: Omit<LoadedScenario, "scenario">) {
  try {
    return await runScenario(scenario, engineHost(flows, scenario.people, scenario.begins));
  } catch (error) {
    if (!(error instanceof ScenarioFailure)) throw error;
    return { ok: false, findings: [{ step: null, text: error.text }], cases: [] };
  }
}
