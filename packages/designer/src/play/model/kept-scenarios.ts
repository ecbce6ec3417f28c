import type { BilingualText, DecisionTable, WorkflowDefinition } from "@flowright/definition";
import type { EngineEvent } from "@flowright/engine";
import {
  checkScenario,
  engineHost,
  type PathCoverage,
  pathCoverage,
  runScenario,
  type Scenario,
} from "@flowright/scenarios/stage";

export type KeptScenario = NonNullable<WorkflowDefinition["scenarios"]>[number];

/** What came of a scenario of a flow. */
export interface ScenarioOutcome {
  readonly id: string;
  readonly name: KeptScenario["name"];
  readonly ok: boolean;
  /** What was different, at the first step that was: its number from 1, 0 the start, null the end. */
  readonly findings: readonly { readonly step: number | null; readonly text: BilingualText }[];
  readonly events: readonly (readonly EngineEvent[])[];
}

/** The scenario that a flow keeps, or what keeps it from being read. */
export function readKept(
  kept: KeptScenario,
): { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly text: BilingualText } {
  const [problem] = checkScenario(kept);
  if (problem) return { ok: false, text: problem.message };
  // Every way of the keep's type is checked above.
  return { ok: true, scenario: kept as unknown as Scenario };
}

/** Runs one scenario of a flow on the engine. Never throws. */
export async function runKept(
  definition: WorkflowDefinition,
  kept: KeptScenario,
  decisions: { readonly [id: string]: DecisionTable } = {},
): Promise<ScenarioOutcome> {
  const { id, name } = kept;
  const broken = (text: BilingualText): ScenarioOutcome => ({
    id,
    name,
    ok: false,
    findings: [{ step: 0, text }],
    events: [],
  });
  const read = readKept(kept);
  if (!read.ok) return broken(read.text);
  const { scenario } = read;
  try {
    const flows = { definitions: [definition], decisions, openCalls: true };
    const host = engineHost(flows, scenario.people, scenario.begins);
    const { ok, findings, cases } = await runScenario(scenario, host);
    return { id, name, ok, findings, events: cases.map(({ events }) => events) };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return broken({ en: `It could not be run: ${text}`, "zh-CN": `无法执行：${text}` });
  }
}

/** Runs every scenario of a flow here, one after the other. A page runs them in a worker instead (`runScenarios`). */
export async function runAllKept(
  definition: WorkflowDefinition,
  decisions: { readonly [id: string]: DecisionTable } = {},
): Promise<readonly ScenarioOutcome[]> {
  const outcomes: ScenarioOutcome[] = [];
  for (const kept of definition.scenarios ?? []) outcomes.push(await runKept(definition, kept, decisions));
  return outcomes;
}

/** Which lines the runs have taken together. */
export function coverageOf(
  definition: WorkflowDefinition,
  outcomes: readonly ScenarioOutcome[],
): PathCoverage {
  return pathCoverage(
    definition,
    outcomes.flatMap(({ events }) => events),
  );
}
