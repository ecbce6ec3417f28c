import type { EndResult } from "@flowright/definition";
import type { Evaluated } from "../data/evaluate.ts";
import { viewFrom } from "../data/scope-data.ts";
import type { NodeProgram } from "../program/program.ts";
import { endIfDone, plannedEnd } from "./casework/planned-end.ts";
import { cancelToken, closeWaits } from "./close-waits.ts";
import { endScope } from "./end-scope.ts";
import { raiseIncident } from "./incident.ts";
import { plannedSending, send } from "./throw/send.ts";
import { throwError } from "./throw/throw-error.ts";
import { throwEscalation } from "./throw/throw-escalation.ts";
import { thrownText } from "./throw/thrown-text.ts";
import { emit, type Place, placeOf, type Turn } from "./turn.ts";
import { leaveTransaction, transactionAround } from "./undo/cancel-transaction.ts";
import { completionOf } from "./undo/completion.ts";
import { wasUndoing } from "./undo/undo.ts";
import { undoesAtEnd } from "./undo/undo-at-end.ts";

/** A token comes to its end. The last one in a scope ends the scope. */
export function finish(turn: Turn, token: number, node: NodeProgram, undone: boolean): void {
  const place = placeOf(turn, token, node.id);
  const result = node.node.kind === "end" ? node.node.result : undefined;
  if (result?.type === "error") {
    endWithError(turn, token, node, result.code);
    return;
  }
  if (!undone && undoesAtEnd(turn, token, result)) return;
  const transaction = result?.type === "cancel" ? transactionAround(turn, token) : null;
  if (transaction !== null) {
    ended(turn, token, node);
    leaveTransaction(turn, transaction);
    return;
  }
  const { scope } = place;
  const end = plannedEnd(turn, place, node);
  if (!end.ok) {
    raiseIncident(turn, place, end.failure, { do: "finish", ...(undone ? { undone } : {}) });
    return;
  }
  if (result?.type === "escalation" || result?.type === "message" || result?.type === "signal") {
    const told = tellAtEnd(turn, place, node, result);
    if (!told.ok) {
      raiseIncident(turn, place, told.failure, { do: "finish" });
      return;
    }
    // What caught it has ended this.
    if (turn.draft.tokens[token] === undefined) return;
  }
  if (result?.type === "terminate") {
    ended(turn, token, node);
    endScope(turn, scope, "terminated");
    return;
  }
  const waiting = turn.draft.tokens[token]?.u;
  ended(turn, token, node, end.value.done);
  wasUndoing(turn, waiting);
  end.value.then();
}

/** What an end tells others: worked out before anything is said. */
function tellAtEnd(
  turn: Turn,
  place: Place,
  node: NodeProgram,
  result: Extract<EndResult, { type: "escalation" | "message" | "signal" }>,
): Evaluated<null> {
  const view = viewFrom(turn, place.scope);
  if (result.type === "escalation") {
    const { code } = result;
    const message = thrownText(node, code, view);
    if (!message.ok) return message;
    throwEscalation(turn, place.token, { code, message: message.value });
    return { ok: true, value: null };
  }
  const sending = plannedSending(turn, node, result, view);
  if (!sending.ok) return sending;
  send(turn, place, sending.value);
  return { ok: true, value: null };
}

/** A token that is no work of its scope goes. */
export function withdraw(turn: Turn, token: number): void {
  const { scope } = placeOf(turn, token);
  cancelToken(turn, token);
  endIfDone(turn, scope);
}

function ended(turn: Turn, token: number, node: NodeProgram, done?: string): void {
  closeWaits(turn, token, "step-completed");
  emit(turn, {
    kind: "node.completed",
    ...placeOf(turn, token, node.id),
    ends: true,
    ...completionOf(turn, token, node),
    ...(done === undefined ? {} : { done }),
  });
}

function endWithError(turn: Turn, token: number, node: NodeProgram, code: string): void {
  const place = placeOf(turn, token, node.id);
  const text = thrownText(node, code, viewFrom(turn, place.scope));
  if (!text.ok) {
    raiseIncident(turn, place, text.failure, { do: "finish" });
    return;
  }
  const message = text.value;
  if (throwError(turn, token, { code, message })) return;
  const failure = { code: "error.uncaught", params: { error: code, reason: message } } as const;
  raiseIncident(turn, place, failure, { do: "finish" });
}
