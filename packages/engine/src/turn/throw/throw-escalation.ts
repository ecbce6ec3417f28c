import { follow } from "../follow.ts";
import { beginEventSubProcess } from "../listen/begin-event-sub-process.ts";
import { effect, emit, nodeOf, placeOf, type Turn } from "../turn.ts";
import { catcherOf } from "./catcher.ts";

interface Escalation {
  readonly code: string;
  readonly message: string;
}

/**
 * Tells those around a token of something. The token is gone where what catches it interrupts; it goes on where that
 * does not, and where nothing catches it. The case that called this one hears of it then.
 */
export function throwEscalation(turn: Turn, token: number, { code, message }: Escalation): void {
  emit(turn, { kind: "escalation.thrown", ...placeOf(turn, token), code, message });
  const catcher = catcherOf(turn, token, "escalation", code);
  if (catcher === null) {
    if (turn.draft.called !== undefined) effect(turn, { kind: "caller.escalate", code, message });
    return;
  }
  const { host, scope, event, begins } = catcher;
  const payload = { escalation: { code, message } };
  emit(turn, { kind: "escalation.caught", v: 1, node: event.id, scope, token: host, code, message });
  if (begins !== null) beginEventSubProcess(turn, begins, scope, null, payload);
  else if (host !== null) {
    const place = placeOf(turn, host);
    follow(turn, place, nodeOf(turn, place.node), `boundary.${event.id}`, { payload });
  }
}
