import type { NodeProgram } from "../../program/program.ts";
import { arrivalsAt } from "../../state/apply-event.ts";
import { isStill } from "../end-scope.ts";
import { splitOrFinish } from "../follow.ts";
import { canComeBy } from "../join/reach.ts";
import { joinsIn, scopesWithJoins } from "../join/waiting-joins.ts";
import { emit, issue, nodeOf, type Turn } from "../turn.ts";

/**
 * Fires the first inclusive join that nothing can reach any more except by edges that have a token. Where there is
 * none, and in some scope nothing moves any more, the first one there for which only joins are left to wait that could
 * as well fill an edge that has a token: they wait for each other, round a loop.
 */
export function fireInclusiveJoins(turn: Turn): void {
  const ready = firstJoin(turn, nothingElseComes) ?? firstJoin(turn, onlyWaitsRound);
  // A case that is full waits for room: what fills it waits, too.
  if (ready !== null && turn.alive < turn.limits.tokens) fireJoin(turn, ready.scope, ready.join);
}

function firstJoin(
  turn: Turn,
  fires: (turn: Turn, scope: number, join: NodeProgram) => boolean,
): { readonly scope: number; readonly join: NodeProgram } | null {
  for (const scope of scopesWithJoins(turn))
    for (const join of joinsIn(turn, scope))
      if (join.kind === "inclusive" && fires(turn, scope, join)) return { scope, join };
  return null;
}

/** BPMN 2.0.2, 13.4.3: what can come by a filled edge as well as by an empty one does not hold the join up. */
function onlyWaitsRound(turn: Turn, scope: number, join: NodeProgram): boolean {
  const state = turn.draft.scopes[scope];
  if (state === undefined || !isStill(turn, scope)) return false;
  const arrivals = arrivalsAt(state, join.id);
  const comes = (from: NodeProgram, filled: boolean): boolean =>
    join.incoming.some((edge) => Object.hasOwn(arrivals, edge.id) === filled && canComeBy(join, edge, from));
  return joinsIn(turn, scope).every((other) => other === join || !comes(other, false) || comes(other, true));
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
