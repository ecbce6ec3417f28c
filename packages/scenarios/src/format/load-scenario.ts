import {
  type DecisionTable,
  hasErrors,
  type Problem,
  parseDefinition,
  type WorkflowDefinition,
} from "@flowright/definition";
import { parseDocument } from "./parse-document.ts";
import { readScenario } from "./read-scenario.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioProblem } from "./scenario-problems.ts";

/** A scenario with everything that it names. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  /** The flow that it is about first. */
  readonly definitions: readonly WorkflowDefinition[];
  readonly decisions: { readonly [id: string]: DecisionTable };
  /** Flows that cases are migrated to, by the names of their files. */
  readonly others: ReadonlyMap<string, WorkflowDefinition>;
  /** Steps tell how flows end that are called and not there. */
  readonly openCalls: boolean;
}

export type LoadResult =
  | { readonly ok: true; readonly value: LoadedScenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The text of a file, the flows of one that is written otherwise, or null where it cannot be read. */
export type ReadFile = (file: string) => string | readonly WorkflowDefinition[] | null;

/**
 * Reads a scenario and the files that it names: `read` gives a file by its name relative to the scenario's own. `known` are flows that are there without being named.
 */
export function loadScenario(
  source: string,
  read: ReadFile,
  known: readonly WorkflowDefinition[] = [],
): LoadResult {
  const { scenario, problems } = readScenario(source);
  if (scenario === null) return { ok: false, problems };
  const found: Problem[] = [];
  const flow = (file: string, path: string) => flowsOf(file, path, read, found);
  const flows = (scenario.flows ?? []).flatMap((file, index) => flow(file, `/flows/${index}`));
  const decisions = Object.entries(scenario.decisions ?? {}).flatMap(([id, file]) => {
    const table = tableOf(file, `/decisions/${id}`, read, found);
    return table === null ? [] : [[id, table] as const];
  });
  const others = scenario.steps.flatMap((step, index) => {
    const [to] = step.kind === "migrate" ? flow(step.to, `/steps/${index}/to`) : [];
    return step.kind === "migrate" && to !== undefined ? [[step.to, to] as const] : [];
  });
  const all = [...flows, ...known.filter(({ id }) => flows.every((one) => one.id !== id))];
  const main = all.find(({ id }) => id === scenario.definition);
  if (main === undefined && found.length === 0)
    found.push(scenarioProblem("scenario.flow-missing", "/definition", { definition: scenario.definition }));
  if (main === undefined || found.length > 0) return { ok: false, problems: found };
  return {
    ok: true,
    value: {
      scenario,
      definitions: [main, ...all.filter((one) => one !== main)],
      decisions: Object.fromEntries(decisions),
      others: new Map(others),
      openCalls: scenario.steps.some(({ kind }) => kind === "call"),
    },
  };
}

function flowsOf(
  file: string,
  path: string,
  read: ReadFile,
  found: Problem[],
): readonly WorkflowDefinition[] {
  const source = read(file);
  if (typeof source !== "string") {
    if (source === null || source.length === 0) missing(file, path, found);
    return source ?? [];
  }
  const { definition, problems } = parseDefinition(source);
  const [first] = problems.filter(({ severity }) => severity === "error");
  if (definition !== null && !hasErrors(problems)) return [definition];
  found.push(wrongFile(file, path, first?.message ?? { en: "", "zh-CN": "" }));
  return [];
}

/** The table itself is checked where it is asked. */
function tableOf(file: string, path: string, read: ReadFile, found: Problem[]): DecisionTable | null {
  const source = read(file);
  if (typeof source !== "string") return missing(file, path, found);
  const parsed = parseDocument(source);
  if (parsed.ok) return parsed.value as DecisionTable;
  found.push(wrongFile(file, path, parsed.problems[0]?.message ?? { en: "", "zh-CN": "" }));
  return null;
}

function missing(file: string, path: string, found: Problem[]): null {
  found.push(scenarioProblem("scenario.file-missing", path, { file }));
  return null;
}

function wrongFile(file: string, path: string, reason: { en: string; "zh-CN": string }): Problem {
  return scenarioProblem("scenario.file-wrong", path, {
    file,
    reason: reason.en,
    "reason:zh-CN": reason["zh-CN"],
  });
}
