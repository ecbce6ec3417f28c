import { ROOT_SCOPE } from "../state/apply-event.ts";
import { cancelTokensIn } from "./close-waits.ts";
import { effect, emit, placeOf, queue, type Turn } from "./turn.ts";
import { keptOf } from "./undo/completion.ts";

/** Whether a token is the last in its scope; what only listens is no work of the scope. */
export function onlyOneIn(turn: Turn, scope: number, token: number): boolean {
  for (const id in turn.draft.tokens) {
    const other = turn.draft.tokens[id];
    if (other?.s === scope && other.l === undefined && Number(id) !== token) return false;
  }
  return true;
}

/** Whether nothing of a scope moves any more; tokens that are counted at joins do not move. */
export function isStill(turn: Turn, scope: number): boolean {
  return onlyOneIn(turn, scope, -1);
}

/** A scope ends: what still listens in it closes, and the step that waits for it goes on. */
export function endScope(turn: Turn, scope: number, status: "completed" | "terminated"): void {
  cancelTokensIn(turn, scope);
  if (scope === ROOT_SCOPE) {
    emit(turn, { kind: "instance.ended", v: 1, status, by: null });
    effect(turn, { kind: "instance.end", status });
    return;
  }
  const parent = turn.draft.scopes[scope]?.parent ?? null;
  if (parent === null) return;
  if (turn.draft.scopes[scope]?.again) {
    // Opened again to undo: who undoes closes it.
    queue(turn, parent, { do: "undo" });
    return;
  }
  emit(turn, { kind: "scope.closed", ...placeOf(turn, parent), child: scope, ...keptOf(turn, scope) });
  queue(turn, parent, { do: "complete" });
}
