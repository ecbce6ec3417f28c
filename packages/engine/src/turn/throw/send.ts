import type { MessageToSend, SignalToSend } from "@flowright/definition";
import type { JsonObject } from "../../contract/json.ts";
import type { Evaluated, View } from "../../data/evaluate.ts";
import { mapToParameters } from "../../data/map-values.ts";
import type { NodeProgram } from "../../program/program.ts";
import { keyOf } from "../open/open-events.ts";
import { effect, emit, issue, type Place, type Turn } from "../turn.ts";

/** What a node sends, as it is drawn. */
export type Sent =
  | { readonly type: "message"; readonly message: MessageToSend }
  | { readonly type: "signal"; readonly signal: SignalToSend };

/** What is sent, worked out. */
type Sending =
  | {
      readonly type: "message";
      readonly name: string;
      readonly key: string | null;
      readonly data: JsonObject;
    }
  | { readonly type: "signal"; readonly name: string; readonly data: JsonObject };

/** Key and payload of what a node sends; a key that is empty would reach nobody, so it is a failure. */
export function plannedSending(
  turn: Turn,
  { parts }: NodeProgram,
  what: Sent,
  view: View,
): Evaluated<Sending> {
  const data = mapToParameters(turn, view, parts.sent?.data ?? []);
  if (!data.ok) return data;
  if (what.type === "signal")
    return { ok: true, value: { type: "signal", name: what.signal.name, data: data.value } };
  const { name } = what.message;
  const key = keyOf(name, parts.sent?.key, view);
  return key.ok ? { ok: true, value: { type: "message", name, key: key.value, data: data.value } } : key;
}

/** The host delivers it after the turn, to this very case, too. */
export function send(turn: Turn, place: Place, sending: Sending): void {
  const { name, data } = sending;
  const { node } = place;
  const id = issue(turn);
  if (sending.type === "signal") {
    emit(turn, { kind: "signal.sent", ...place, signal: id, name });
    effect(turn, { kind: "signal.send", signal: id, node, name, data });
    return;
  }
  const { key } = sending;
  emit(turn, { kind: "message.sent", ...place, message: id, name, key });
  effect(turn, { kind: "message.send", message: id, node, name, key, data });
}
