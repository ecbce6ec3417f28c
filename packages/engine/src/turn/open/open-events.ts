import type { MessageReference } from "@flowright/definition";
import { dueOf } from "../../data/due.ts";
import { type Evaluated, evaluateJson, type View } from "../../data/evaluate.ts";
import type { NodeProgram } from "../../program/program.ts";
import { effect, emit, issue, type Place, type Turn } from "../turn.ts";

/** A timer or subscription, worked out but not yet open; `node` is the event's own node. */
export type PlannedEvent =
  | { readonly kind: "timer"; readonly node: string; readonly due: string }
  | { readonly kind: "message"; readonly node: string; readonly name: string; readonly key: string | null };

/** What the events at some nodes wait for. Errors wait for nothing. */
export function plannedEvents(nodes: readonly NodeProgram[], view: View): Evaluated<PlannedEvent[]> {
  const planned: PlannedEvent[] = [];
  for (const node of nodes) {
    const event = plannedEvent(node, view);
    if (event === null) continue;
    if (!event.ok) return event;
    planned.push(event.value);
  }
  return { ok: true, value: planned };
}

function plannedEvent(node: NodeProgram, view: View): Evaluated<PlannedEvent> | null {
  const { timer } = node.parts;
  if (timer !== undefined && timer.type !== "cycle" && timer.type !== "cron") {
    const due = dueOf(timer, view);
    return due.ok ? { ok: true, value: { kind: "timer", node: node.id, due: due.value } } : due;
  }
  const message = messageOf(node);
  return message === null ? null : subscriptionOf(node, message, view);
}

function subscriptionOf(node: NodeProgram, message: MessageReference, view: View): Evaluated<PlannedEvent> {
  const { name } = message;
  const { messageKey } = node.parts;
  if (messageKey === undefined)
    return { ok: true, value: { kind: "message", node: node.id, name, key: null } };
  const result = evaluateJson(messageKey, view);
  if (!result.ok) return result;
  const { value } = result;
  if (value === null || value === "")
    return {
      ok: false,
      failure: { code: "message.no-key", params: { name, expression: messageKey.source } },
    };
  const key = typeof value === "string" ? value : JSON.stringify(value);
  return { ok: true, value: { kind: "message", node: node.id, name, key } };
}

/** The message that a node waits for, if it does. */
export function messageOf({ node }: NodeProgram): MessageReference | null {
  if (node.kind === "receiveTask") return node.message;
  if ((node.kind === "catch" || node.kind === "boundary") && node.event.type === "message")
    return node.event.message;
  return null;
}

export function openTimer(turn: Turn, place: Place, event: PlannedEvent & { kind: "timer" }): void {
  const timer = issue(turn);
  const { node, due } = event;
  emit(turn, { kind: "timer.scheduled", ...place, node, timer, due });
  effect(turn, { kind: "timer.schedule", timer, node, due });
}

export function openSubscription(turn: Turn, place: Place, event: PlannedEvent & { kind: "message" }): void {
  const subscription = issue(turn);
  const { node, name, key } = event;
  emit(turn, { kind: "message.awaited", ...place, node, subscription, name, key });
  effect(turn, { kind: "subscription.open", subscription, node, type: "message", name, key });
}
