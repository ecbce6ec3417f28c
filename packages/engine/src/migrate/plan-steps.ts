import { planStepsIn } from "../program/container-steps.ts";
import { containerOf } from "../turn/casework/container-of.ts";
import { beginStep, blockersOf, freeIfPossible, isAhead, wait } from "../turn/casework/plan.ts";
import { nodeOf, type Turn, tokensIn } from "../turn/turn.ts";
import type { Mapping } from "./mapping.ts";

/** Names of the new version of what steps of plans wait for, by their token. */
export type Blockers = ReadonlyMap<number, string>;

/** What each step that waits in a plan waits for before the migration. */
export function blockersBefore(turn: Turn, mapping: Mapping): Blockers {
  return waiting(turn, (name) => mapping.nodeName(name));
}

function waiting(turn: Turn, name: (id: string) => string): Blockers {
  const found = new Map<number, string>();
  for (const id of Object.keys(turn.draft.tokens)) {
    const token = Number(id);
    const { s: scope = 0, n = "" } = turn.draft.tokens[token] ?? {};
    if (!isAhead(turn, token)) continue;
    const names = blockersOf(turn, scope, nodeOf(turn, n)).map((step) => name(step.id));
    found.set(token, names.sort().join());
  }
  return found;
}

/** Steps that the new version adds to open plans begin; those that wait for other steps than before are told so. */
export function carryOverPlans(turn: Turn, mapping: Mapping, before: Blockers): void {
  for (const [token, names] of waiting(turn, (name) => name)) {
    if (names === before.get(token)) continue;
    if (!freeIfPossible(turn, token)) wait(turn, token, nodeOf(turn, turn.draft.tokens[token]?.n ?? ""));
  }
  const old = new Set([...mapping.from.nodes.keys()].map((id) => mapping.nodeName(id)));
  for (const scope of Object.keys(turn.draft.scopes).map(Number)) {
    const plan = containerOf(turn, scope);
    if (plan?.kind !== "plan" || plan.child === null || tokensIn(turn, scope).length === 0) continue;
    for (const step of planStepsIn(plan.child)) if (!old.has(step.id)) beginStep(turn, scope, step);
  }
}
