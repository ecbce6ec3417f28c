import type { NodeProgram } from "../../program/program.ts";
import { arrivalsAt, restAt } from "../../state/apply-event.ts";
import { emit, nodeOf, type Turn } from "../turn.ts";

/** Forgets all tokens that are counted at joins of a scope, and those that complex gateways await in silence. */
export function forgetJoins(turn: Turn, scope: number): void {
  emptyJoins(turn, scope, () => true);
  const state = turn.draft.scopes[scope];
  if (state?.rest === undefined) return;
  for (const join of inOrder(turn, state.rest))
    for (const edge of restAt(state, join.id)) forget(turn, scope, join, edge);
}

/** Forgets the tokens that are counted at joins of a scope by the edges that are meant. */
export function emptyJoins(turn: Turn, scope: number, meant: (edge: string) => boolean): void {
  const state = turn.draft.scopes[scope];
  if (state?.joins === undefined) return;
  for (const join of inOrder(turn, state.joins)) {
    const arrivals = arrivalsAt(state, join.id);
    for (const { id: edge } of join.incoming)
      for (let left = meant(edge) ? (arrivals[edge] ?? 0) : 0; left > 0; left--)
        forget(turn, scope, join, edge);
  }
}

function forget(turn: Turn, scope: number, join: NodeProgram, edge: string): void {
  emit(turn, { kind: "join.emptied", v: 1, node: join.id, scope, token: null, edge });
}

/** In the order of the drawing, which does not depend on how the state was stored. */
function inOrder(turn: Turn, joins: { readonly [node: string]: unknown }): NodeProgram[] {
  return Object.keys(joins)
    .map((id) => nodeOf(turn, id))
    .sort((a, b) => a.index - b.index);
}
