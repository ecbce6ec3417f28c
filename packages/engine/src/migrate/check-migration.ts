import type { Problem } from "@flowright/definition";
import type { InstanceState } from "../contract/state.ts";
import { migrationProblem } from "../problem/render.ts";
import type { Program } from "../program/program.ts";
import { unfolded } from "../state/waiting-steps.ts";
import { eventChanges } from "./event-changes.ts";
import { listenerChanges } from "./listener-changes.ts";
import { type Mapping, type MigrationPlan, mappingOf } from "./mapping.ts";
import { scopeProblems } from "./scope-problems.ts";
import { tokenProblems } from "./token-problems.ts";

/** What a migration would do; ids of nodes, each once. */
export interface MigrationCheck {
  /** Nothing keeps the case from it; there may be warnings. */
  readonly ok: boolean;
  /** Where something stands that has another id in the new version. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Where something stands that keeps its id. */
  readonly kept: readonly string[];
  /** Events that are waited for and that the new version no longer has. */
  readonly closed: readonly string[];
  /** Events of the new version that begin to be waited for. */
  readonly opened: readonly string[];
  readonly problems: readonly Problem[];
}

/** Tells beforehand whether a case can go on by another version, and how. Changes nothing. */
export function checkMigration(
  from: Program,
  to: Program,
  given: InstanceState,
  plan: MigrationPlan,
): MigrationCheck {
  const state = unfolded(given);
  const { mapping, problems } = mappingChecked(from, to, state, plan);
  const ok = problems.every(({ severity }) => severity !== "error");
  const nothing = { closed: [], opened: [] };
  return { ok, ...standing(mapping, state), ...(ok ? changed(mapping, state) : nothing), problems };
}

/** The mapping, with everything that is wrong with it for this case. */
export function mappingChecked(
  from: Program,
  to: Program,
  state: InstanceState,
  plan: MigrationPlan,
): { readonly mapping: Mapping; readonly problems: readonly Problem[] } {
  const { mapping, problems } = mappingOf(from, to, state, plan);
  const { status } = state;
  const ended =
    status === "active" || status === "suspended" ? [] : [migrationProblem("migrate.ended", "", { status })];
  return {
    mapping,
    problems: [
      ...ended,
      ...problems,
      ...once([...tokenProblems(mapping, state), ...scopeProblems(mapping, state)]),
    ],
  };
}

/** Several tokens at one step have the same problem once. */
function once(problems: readonly Problem[]): Problem[] {
  return [
    ...new Map(problems.map((problem) => [JSON.stringify([problem.code, problem.params]), problem])).values(),
  ];
}

function standing(mapping: Mapping, state: InstanceState): Pick<MigrationCheck, "moved" | "kept"> {
  const nodes = new Set(Object.values(state.tokens).flatMap(({ n, l }) => (l === undefined ? [n] : [])));
  for (const { joins = {} } of Object.values(state.scopes))
    for (const join of Object.keys(joins)) nodes.add(join);
  const moved = [...nodes].map((node) => ({ from: node, to: mapping.nodeName(node) }));
  return {
    moved: moved.filter(({ from, to }) => from !== to),
    kept: moved.flatMap(({ from, to }) => (from === to && mapping.node(from) !== undefined ? [from] : [])),
  };
}

function changed(mapping: Mapping, state: InstanceState): Pick<MigrationCheck, "closed" | "opened"> {
  const events = eventChanges(mapping, state);
  const listeners = listenerChanges(mapping, state);
  const closed = [
    ...events.flatMap(({ closes }) => closes.map(({ node }) => node)),
    ...listeners.flatMap(({ closes }) => closes.flatMap((token) => state.tokens[token]?.n ?? [])),
  ];
  const opened = [...events, ...listeners].flatMap(({ opens }) => opens.map(({ id }) => id));
  return { closed: [...new Set(closed)], opened: [...new Set(opened)] };
}
