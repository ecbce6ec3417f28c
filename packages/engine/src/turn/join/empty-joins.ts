import { arrivalsAt } from "../../state/apply-event.ts";
import { emit, nodeOf, type Turn } from "../turn.ts";

/** Forgets the tokens that are counted at joins of a scope, by all edges or by those that are meant. */
export function emptyJoins(turn: Turn, scope: number, meant: (edge: string) => boolean = () => true): void {
  const state = turn.draft.scopes[scope];
  if (state?.joins === undefined) return;
  // In the order of the drawing, which does not depend on how the state was stored.
  const joins = Object.keys(state.joins).map((id) => nodeOf(turn, id));
  for (const join of joins.sort((a, b) => a.index - b.index)) {
    const arrivals = arrivalsAt(state, join.id);
    for (const { id: edge } of join.incoming)
      for (let left = meant(edge) ? (arrivals[edge] ?? 0) : 0; left > 0; left--)
        emit(turn, { kind: "join.emptied", v: 1, node: join.id, scope, token: null, edge });
  }
}
