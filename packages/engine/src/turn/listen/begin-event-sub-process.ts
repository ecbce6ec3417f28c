import type { JsonObject } from "../../contract/json.ts";
import { interrupts } from "../../machine/create-scope-machine.ts";
import type { NodeProgram } from "../../program/program.ts";
import { arrivalsAt } from "../../state/apply-event.ts";
import { cancelToken } from "../close-waits.ts";
import { emit, issue, nodeOf, queue, type Turn, tokensIn } from "../turn.ts";

/**
 * An event sub-process begins in a scope: instead of everything else there, or beside it. `listener` is the token that
 * becomes its own; null for a new one, because nothing listened or because that one goes on listening.
 */
export function beginEventSubProcess(
  turn: Turn,
  node: NodeProgram,
  scope: number,
  listener: number | null,
  payload: JsonObject,
): void {
  const start = node.child?.start;
  if (!start) return;
  const token = listener ?? issue(turn);
  const alone = interrupts(start);
  emit(turn, { kind: "listener.triggered", v: 1, node: node.id, scope, token, interrupts: alone });
  if (alone) cancelOthers(turn, scope, token);
  queue(turn, token, { do: "open", payload });
}

/** Every other token of the scope ends, those counted at joins and listeners included. */
function cancelOthers(turn: Turn, scope: number, token: number): void {
  for (const other of tokensIn(turn, scope)) if (other !== token) cancelToken(turn, other);
  const state = turn.draft.scopes[scope];
  if (state?.joins === undefined) return;
  // In the order of the drawing, which does not depend on how the state was stored.
  const joins = Object.keys(state.joins).map((id) => nodeOf(turn, id));
  for (const join of joins.sort((a, b) => a.index - b.index)) {
    const arrivals = arrivalsAt(state, join.id);
    for (const { id: edge } of join.incoming)
      for (let left = arrivals[edge] ?? 0; left > 0; left--)
        emit(turn, { kind: "join.emptied", v: 1, node: join.id, scope, token: null, edge });
  }
}
