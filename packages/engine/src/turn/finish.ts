import { evaluateJson } from "../data/evaluate.ts";
import { viewFrom } from "../data/scope-data.ts";
import type { NodeProgram } from "../program/program.ts";
import { ROOT_SCOPE } from "../state/apply-event.ts";
import { cancelTokensIn, closeWaits } from "./close-waits.ts";
import { raiseIncident } from "./incident.ts";
import { neverFills, onlyOneIn } from "./join/dead-joins.ts";
import { throwError } from "./throw/throw-error.ts";
import { effect, emit, placeOf, queue, type Turn } from "./turn.ts";

/** A token comes to its end. The last one in a scope ends the scope. */
export function finish(turn: Turn, token: number, node: NodeProgram): void {
  const place = placeOf(turn, token, node.id);
  const result = node.node.kind === "end" ? node.node.result : undefined;
  if (result?.type === "error") {
    endWithError(turn, token, node, result.code);
    return;
  }
  const { scope } = place;
  const state = turn.draft.scopes[scope];
  if (state === undefined) return;
  if (result?.type === "terminate") {
    ended(turn, token, node);
    cancelTokensIn(turn, scope);
    endScope(turn, scope, "terminated");
    return;
  }
  const last = onlyOneIn(turn, scope, token);
  if (last && state.joins !== undefined) {
    raiseIncident(turn, place, neverFills(state), { do: "finish" });
    return;
  }
  ended(turn, token, node);
  if (last) endScope(turn, scope, "completed");
}

function ended(turn: Turn, token: number, node: NodeProgram): void {
  closeWaits(turn, token, "step-completed");
  emit(turn, { kind: "node.completed", ...placeOf(turn, token, node.id), ends: true });
}

function endScope(turn: Turn, scope: number, status: "completed" | "terminated"): void {
  if (scope === ROOT_SCOPE) {
    emit(turn, { kind: "instance.ended", v: 1, status, by: null });
    effect(turn, { kind: "instance.end", status });
    return;
  }
  const parent = turn.draft.scopes[scope]?.parent ?? null;
  if (parent === null) return;
  emit(turn, { kind: "scope.closed", ...placeOf(turn, parent), child: scope });
  queue(turn, parent, { do: "complete" });
}

function endWithError(turn: Turn, token: number, node: NodeProgram, code: string): void {
  const place = placeOf(turn, token, node.id);
  let message = code;
  if (node.parts.thrownMessage !== undefined) {
    const result = evaluateJson(node.parts.thrownMessage, viewFrom(turn, place.scope));
    if (!result.ok) {
      raiseIncident(turn, place, result.failure, { do: "finish" });
      return;
    }
    message = typeof result.value === "string" ? result.value : JSON.stringify(result.value);
  }
  if (throwError(turn, token, { code, message })) return;
  const failure = { code: "error.uncaught", params: { error: code, reason: message } } as const;
  raiseIncident(turn, place, failure, { do: "finish" });
}
