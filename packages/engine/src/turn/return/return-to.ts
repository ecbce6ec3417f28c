import { cancelToken, closeWaits } from "../close-waits.ts";
import { emptyJoins } from "../join/empty-joins.ts";
import { emit, placeOf, queue, type Turn } from "../turn.ts";
import { startUndo, wasUndoing } from "../undo/undo.ts";
import type { ReturnPlan } from "./plan-return.ts";

/** Does a return that was worked out: what lies after the step ends and is undone, then the step opens. */
export function returnTo(turn: Turn, plan: ReturnPlan): void {
  const { token, scope, to, back } = plan;
  closeWaits(turn, token, "returned");
  for (const other of plan.cancelled) {
    const waiting = turn.draft.tokens[other]?.u;
    cancelToken(turn, other);
    wasUndoing(turn, waiting);
  }
  emptyJoins(turn, scope, (edge) => plan.emptied.has(edge));
  for (const { id, target } of plan.restored)
    emit(turn, { kind: "join.restored", v: 1, node: target.id, scope, token: null, edge: id });
  emit(turn, {
    kind: "token.moved",
    ...placeOf(turn, token),
    to: to.id,
    reason: "return",
    ...(back === null ? {} : { back }),
  });
  emit(turn, { kind: "node.entered", ...placeOf(turn, token) });
  startUndo(turn, token, { from: scope, left: plan.undone, next: { do: "open" } });
}

/** The step to which the case jumped is done: it goes straight back. */
export function goBack(turn: Turn, token: number, to: string): void {
  emit(turn, { kind: "token.moved", ...placeOf(turn, token), to, reason: "return" });
  emit(turn, { kind: "node.entered", ...placeOf(turn, token) });
  queue(turn, token, { do: "open" });
}
