import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import { happened } from "../../turn/listen/happened.ts";
import { emit, placeOf, type Turn, waitingWith } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

/** A signal that was sent anywhere in the workspace comes to one of those that wait for its name. */
export function deliverSignal(turn: Turn, command: Extract<Command, { kind: "signal.deliver" }>): Refused {
  const { subscription, signal } = command;
  const waiting = waitingWith(turn, "signals", subscription);
  if (waiting === null) return refusal("subscription.not-open", { subscription });
  const { token, row: node } = waiting;
  const { name, id } = signal;
  emit(turn, { kind: "signal.received", ...placeOf(turn, token, node), subscription, name, id });
  happened(turn, token, node, { signal: signal.data }, { kind: "signal", node, name });
  return null;
}
