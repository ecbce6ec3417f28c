import type { BoundaryTrigger, CatchEvent, MessageReference, StartTrigger } from "@flowright/definition";
import type { Cycle } from "../../contract/state.ts";
import { timerDue } from "../../data/due.ts";
import { type Evaluated, evaluateCondition, evaluateJson, type View } from "../../data/evaluate.ts";
import { interrupts } from "../../machine/create-scope-machine.ts";
import type { NodeProgram } from "../../program/program.ts";
import { effect, emit, issue, type Place, type Turn } from "../turn.ts";

/** What an event waits for, worked out but not yet open; `node` is the event's own node. */
export type PlannedEvent =
  | { readonly kind: "timer"; readonly node: string; readonly due: string; readonly cycle?: Cycle }
  | { readonly kind: "message"; readonly node: string; readonly name: string; readonly key: string | null }
  | { readonly kind: "signal"; readonly node: string; readonly name: string }
  | { readonly kind: "condition"; readonly node: string; readonly holds: boolean };

/** What the events at some nodes wait for. Errors and escalations wait for nothing. */
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
  const trigger = triggerOf(node);
  switch (trigger?.type) {
    case "timer": {
      const { timer } = node.parts;
      if (timer === undefined) return null;
      const due = timerDue(timer, view, listensAgain(node));
      return due.ok ? { ok: true, value: { kind: "timer", node: node.id, ...due.value } } : due;
    }
    case "message":
      return subscriptionOf(node, trigger.message, view);
    case "signal":
      return { ok: true, value: { kind: "signal", node: node.id, name: trigger.signal.name } };
    case "condition": {
      // Where it happens only once, it is first asked at rest; else what holds now is no change.
      const holds = listensAgain(node) && holdsNow(node, view);
      return { ok: true, value: { kind: "condition", node: node.id, holds } };
    }
    default:
      return null;
  }
}

/** What a node waits for; null for a node that waits for no event. */
export function triggerOf({ node }: NodeProgram): StartTrigger | CatchEvent | BoundaryTrigger | null {
  switch (node.kind) {
    case "receiveTask":
      return { type: "message", message: node.message };
    case "catch":
    case "boundary":
      return node.event;
    case "start":
      return node.trigger ?? null;
    default:
      return null;
  }
}

/** Whether an event can happen again where it has happened: beside an activity or a scope that goes on. */
export function listensAgain(event: NodeProgram): boolean {
  return (event.kind === "boundary" || event.kind === "start") && !interrupts(event);
}

/** Null or an error means that it does not hold yet: data that is still missing is what such an event waits for. */
export function holdsNow({ parts }: NodeProgram, view: View): boolean {
  if (parts.condition === undefined) return false;
  const result = evaluateCondition(parts.condition, view);
  return result.ok && result.value;
}

function subscriptionOf(node: NodeProgram, { name }: MessageReference, view: View): Evaluated<PlannedEvent> {
  const { messageKey } = node.parts;
  const key = keyOf(name, messageKey, view);
  return key.ok ? { ok: true, value: { kind: "message", node: node.id, name, key: key.value } } : key;
}

/** Longest key of a message; waits are found by it in an index, whose entries are short. */
const LONGEST_KEY = 500;

/** The key of a message as text; null for a message without one, and a failure where it is worked out as empty. */
export function keyOf(
  name: string,
  expression: NodeProgram["parts"]["messageKey"],
  view: View,
): Evaluated<string | null> {
  if (expression === undefined) return { ok: true, value: null };
  const result = evaluateJson(expression, view);
  if (!result.ok) return result;
  const { value } = result;
  if (value === null || value === "")
    return {
      ok: false,
      failure: { code: "message.no-key", params: { name, expression: expression.source } },
    };
  const key = typeof value === "string" ? value : JSON.stringify(value);
  if (key.length <= LONGEST_KEY) return { ok: true, value: key };
  const params = { name, size: key.length, limit: LONGEST_KEY };
  return { ok: false, failure: { code: "message.key-too-long", params } };
}

/** The wait of an event begins. */
export function openEvent(turn: Turn, place: Place, event: PlannedEvent): void {
  const { node } = event;
  switch (event.kind) {
    case "timer": {
      const timer = issue(turn);
      const { due, cycle } = event;
      const repeats = cycle === undefined ? {} : { cycle };
      emit(turn, { kind: "timer.scheduled", ...place, node, timer, due, ...repeats });
      effect(turn, { kind: "timer.schedule", timer, node, due });
      return;
    }
    case "message": {
      const subscription = issue(turn);
      const { name, key } = event;
      emit(turn, { kind: "message.awaited", ...place, node, subscription, name, key });
      effect(turn, { kind: "subscription.open", subscription, node, type: "message", name, key });
      return;
    }
    case "signal": {
      const subscription = issue(turn);
      const { name } = event;
      emit(turn, { kind: "signal.awaited", ...place, node, subscription, name });
      effect(turn, { kind: "subscription.open", subscription, node, type: "signal", name, key: null });
      return;
    }
    case "condition":
      emit(turn, { kind: "condition.awaited", ...place, node, holds: event.holds });
  }
}
