import { resolveIncident } from "./incident.ts";
import { instancesOf } from "./many/instance-of.ts";
import { effect, emit, type Place, placeOf, type Turn, tokensIn } from "./turn.ts";

/** Closes everything that a token holds open, what is inside of it included. */
export function closeWaits(turn: Turn, token: number, reason: string): void {
  const waits = turn.draft.tokens[token]?.w;
  if (waits === undefined) return;
  const place = placeOf(turn, token);
  if (waits.undoing !== undefined) cancelUndoing(turn, token);
  if (waits.scope !== undefined) cancelScope(turn, place, waits.scope);
  if (waits.many !== undefined) for (const scope of instancesOf(turn, token)) cancelScope(turn, place, scope);
  for (const task of Object.keys(waits.tasks ?? {})) cancelTask(turn, place, Number(task), reason);
  if (waits.ahead?.task !== undefined) cancelTask(turn, place, waits.ahead.task, reason);
  if (waits.job !== undefined) {
    emit(turn, { kind: "job.cancelled", ...place, job: waits.job });
    effect(turn, { kind: "job.cancel", job: waits.job });
  }
  for (const [timer, node] of Object.entries(waits.timers ?? {})) {
    emit(turn, { kind: "timer.cancelled", ...place, node, timer: Number(timer) });
    effect(turn, { kind: "timer.cancel", timer: Number(timer) });
  }
  for (const [subscription, node] of Object.entries(waits.subs ?? {})) {
    emit(turn, { kind: "message.closed", ...place, node, subscription: Number(subscription) });
    effect(turn, { kind: "subscription.close", subscription: Number(subscription) });
  }
  for (const [subscription, node] of Object.entries(waits.signals ?? {})) {
    emit(turn, { kind: "signal.closed", ...place, node, subscription: Number(subscription) });
    effect(turn, { kind: "subscription.close", subscription: Number(subscription) });
  }
  // In an order that does not depend on how the state was stored.
  for (const node of Object.keys(waits.conds ?? {}).sort())
    emit(turn, { kind: "condition.closed", ...place, node });
  if (waits.call !== undefined) {
    emit(turn, { kind: "call.cancelled", ...place, call: waits.call });
    effect(turn, { kind: "call.cancel", call: waits.call });
  }
  if (waits.incident !== undefined) resolveIncident(turn, place, waits.incident, null);
}

/** What is being undone on behalf of a token ends with it. */
function cancelUndoing(turn: Turn, token: number): void {
  for (const id in turn.draft.tokens) if (turn.draft.tokens[id]?.u === token) cancelToken(turn, Number(id));
}

export function cancelTask(turn: Turn, place: Place, task: number, reason: string): void {
  emit(turn, { kind: "task.cancelled", ...place, task, reason });
  effect(turn, { kind: "task.close", task, status: "cancelled", by: null });
}

/** Ends a token where it stands, with everything that it holds open. */
export function cancelToken(turn: Turn, token: number): void {
  // What undid something ends with the token that it undid it for.
  if (turn.draft.tokens[token] === undefined) return;
  closeWaits(turn, token, "scope-cancelled");
  emit(turn, { kind: "node.cancelled", ...placeOf(turn, token) });
}

/** Cancels all tokens in a scope; the scope itself stays. */
export function cancelTokensIn(turn: Turn, scope: number): void {
  for (const token of tokensIn(turn, scope)) cancelToken(turn, token);
}

function cancelScope(turn: Turn, parent: Place, scope: number): void {
  cancelTokensIn(turn, scope);
  emit(turn, { kind: "scope.cancelled", ...parent, child: scope });
}
