import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import { raiseIncident } from "../../turn/incident.ts";
import { throwError } from "../../turn/throw/throw-error.ts";
import { throwEscalation } from "../../turn/throw/throw-escalation.ts";
import { emit, placeOf, queue, type Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** The called case has ended: its case data come back. */
export function completeCall(turn: Turn, { call, result }: Of<"call.complete">): Refused {
  const token = tokenOfCall(turn, call);
  if (token === null) return refusal("call.not-open", { call });
  emit(turn, { kind: "call.completed", ...placeOf(turn, token), call });
  queue(turn, token, { do: "complete", payload: { result } });
  return null;
}

/** The called case ended by an error, which is thrown here, or otherwise without a result; a retry calls anew. */
export function failCall(turn: Turn, { call, code, message }: Of<"call.fail">): Refused {
  const token = tokenOfCall(turn, call);
  if (token === null) return refusal("call.not-open", { call });
  const place = placeOf(turn, token);
  emit(turn, { kind: "call.failed", ...place, call, ...(code === undefined ? {} : { code }), message });
  if (code !== undefined && throwError(turn, token, { code, message })) return null;
  const failure =
    code === undefined
      ? ({ code: "call.failed", params: { reason: message } } as const)
      : ({ code: "error.uncaught", params: { error: code, reason: message } } as const);
  raiseIncident(turn, place, failure, { do: "body" });
  return null;
}

/** The called case tells of something and goes on, unless what catches it here ends the step. */
export function escalateCall(turn: Turn, { call, code, message }: Of<"call.escalate">): Refused {
  const token = tokenOfCall(turn, call);
  if (token === null) return refusal("call.not-open", { call });
  throwEscalation(turn, token, { code, message });
  return null;
}

function tokenOfCall(turn: Turn, call: number): number | null {
  for (const id in turn.draft.tokens) if (turn.draft.tokens[id]?.w?.call === call) return Number(id);
  return null;
}
