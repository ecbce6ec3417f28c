import { ROOT_SCOPE } from "../../state/apply-event.ts";
import { cancelTokensIn } from "../close-waits.ts";
import { follow } from "../follow.ts";
import { beginEventSubProcess } from "../listen/begin-event-sub-process.ts";
import { effect, emit, nodeOf, placeOf, type Turn } from "../turn.ts";
import { catcherOf } from "./catcher.ts";

interface ThrownError {
  readonly code: string;
  readonly message: string;
}

/**
 * Throws an error where a token stands. Tells whether it was dealt with: something caught it, or it ended a case that
 * another one called, which throws it there.
 */
export function throwError(turn: Turn, token: number, { code, message }: ThrownError): boolean {
  emit(turn, { kind: "error.thrown", ...placeOf(turn, token), code, message });
  const catcher = catcherOf(turn, token, "error", code);
  if (catcher === null) {
    if (turn.draft.called === undefined) return false;
    const error = { code, message };
    cancelTokensIn(turn, ROOT_SCOPE);
    emit(turn, { kind: "instance.ended", v: 1, status: "terminated", by: null, error });
    effect(turn, { kind: "instance.end", status: "terminated", error });
    return true;
  }
  const { host, scope, event, begins } = catcher;
  const payload = { error: { code, message } };
  emit(turn, { kind: "error.caught", v: 1, node: event.id, scope, token: host, code, message });
  if (begins !== null) beginEventSubProcess(turn, begins, scope, null, payload);
  else if (host !== null) {
    const place = placeOf(turn, host);
    follow(turn, place, nodeOf(turn, place.node), `boundary.${event.id}`, { payload });
  }
  return true;
}
