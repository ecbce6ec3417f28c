import { scopesFrom, viewFrom } from "../../data/scope-data.ts";
import type { NodeProgram } from "../../program/program.ts";
import { conditionMet } from "../listen/happened.ts";
import { holdsNow } from "../open/open-events.ts";
import { emit, nodeOf, placeOf, type Turn } from "../turn.ts";

/**
 * Asks the conditions that are waited for: those that began to wait since the last time, and where case data that they
 * can see changed.
 */
export function askConditions(turn: Turn): void {
  const { changed, opened } = sinceAsked(turn);
  if (changed.size === 0 && opened.size === 0) return;
  for (const id of Object.keys(turn.draft.tokens)) {
    const token = Number(id);
    const { s: scope, w } = turn.draft.tokens[token] ?? {};
    if (scope === undefined || w?.conds === undefined) continue;
    if (!opened.has(token) && !scopesFrom(turn, scope).some((one) => changed.has(one))) continue;
    for (const event of conditionsAt(turn, token)) ask(turn, token, event);
  }
}

/** Scopes whose data changed since conditions were asked last, and tokens that wait for one since then. */
function sinceAsked(turn: Turn): {
  readonly changed: ReadonlySet<number>;
  readonly opened: ReadonlySet<number | null>;
} {
  const changed = new Set<number>();
  const opened = new Set<number | null>();
  for (const event of turn.events.slice(turn.asked)) {
    if (event.kind === "variables.changed") changed.add(event.scope);
    if (event.kind === "condition.awaited") opened.add(event.token);
  }
  turn.asked = turn.events.length;
  return { changed, opened };
}

/** In the order of the drawing, which does not depend on how the state was stored. */
function conditionsAt(turn: Turn, token: number): NodeProgram[] {
  const events = Object.keys(turn.draft.tokens[token]?.w?.conds ?? {}).map((id) => nodeOf(turn, id));
  return events.sort((a, b) => a.index - b.index);
}

function ask(turn: Turn, token: number, event: NodeProgram): void {
  // One that was asked before it may have ended the wait.
  const { s: scope, w } = turn.draft.tokens[token] ?? {};
  const before = w?.conds?.[event.id];
  if (scope === undefined || before === undefined) return;
  const holds = holdsNow(event, viewFrom(turn, scope));
  if (holds === (before === 1)) return;
  if (holds) conditionMet(turn, token, event.id);
  else emit(turn, { kind: "condition.changed", ...placeOf(turn, token), node: event.id, holds });
}
