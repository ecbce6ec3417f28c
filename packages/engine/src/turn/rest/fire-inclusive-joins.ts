import type { NodeProgram } from "../../program/program.ts";
import { arrivalsAt } from "../../state/apply-event.ts";
import { splitOrFinish } from "../follow.ts";
import { canComeBy } from "../join/reach.ts";
import { joinsIn, scopesWithJoins } from "../join/waiting-joins.ts";
import { emit, issue, nodeOf, type Turn } from "../turn.ts";

/** Fires the first inclusive join that nothing can reach any more except by edges that have a token. */
export function fireInclusiveJoins(turn: Turn): void {
  for (const scope of scopesWithJoins(turn)) {
    for (const join of joinsIn(turn, scope)) {
      if (join.kind !== "inclusive" || !nothingElseComes(turn, scope, join)) continue;
      // A case that is full waits for room: what fills it waits, too.
      if (turn.alive >= turn.limits.tokens) return;
      fireJoin(turn, scope, join);
      return;
    }
  }
}

function nothingElseComes(turn: Turn, scope: number, join: NodeProgram): boolean {
  const state = turn.draft.scopes[scope];
  if (state === undefined) return false;
  const arrivals = arrivalsAt(state, join.id);
  const empty = join.incoming.filter(({ id }) => !Object.hasOwn(arrivals, id));
  if (empty.length === 0) return true;
  const others = joinsIn(turn, scope).filter((other) => other !== join);
  const coming = (from: NodeProgram): boolean => empty.some((edge) => canComeBy(join, edge, from));
  if (others.some(coming)) return false;
  for (const id in turn.draft.tokens) {
    const token = turn.draft.tokens[id];
    if (token?.s !== scope || token.l !== undefined) continue;
    if (coming(nodeOf(turn, token.n))) return false;
    if (token.j !== undefined && coming(nodeOf(turn, token.j))) return false;
  }
  return true;
}

/** One token of each edge that has one goes on as one. */
export function fireJoin(turn: Turn, scope: number, join: NodeProgram): void {
  const state = turn.draft.scopes[scope];
  if (state === undefined) return;
  const arrivals = arrivalsAt(state, join.id);
  const joins = join.incoming.flatMap(({ id }) => (Object.hasOwn(arrivals, id) ? [id] : []));
  const place = { v: 1, node: join.id, scope, token: issue(turn) } as const;
  emit(turn, { kind: "node.entered", ...place, joins });
  splitOrFinish(turn, place, join);
}
