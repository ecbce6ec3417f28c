import { viewFrom } from "../../data/scope-data.ts";
import { interrupts } from "../../machine/create-scope-machine.ts";
import type { NodeProgram, ScopeProgram } from "../../program/program.ts";
import { raiseIncident } from "../incident.ts";
import { openEvent, type PlannedEvent, plannedEvents, triggerOf } from "../open/open-events.ts";
import { emit, issue, nodeOf, placeOf, type Turn } from "../turn.ts";
import { conditionMet } from "./happened.ts";

/**
 * The event sub-processes of a scope that has opened listen for their starts. Errors, escalations and compensation are
 * looked for when they are thrown; nothing waits for them.
 */
export function openListeners(turn: Turn, scope: number, program: ScopeProgram): void {
  for (const node of program.listeners) {
    const start = node.child?.start;
    // The scope may have ended at once, or an event in it may have interrupted.
    const state = turn.draft.scopes[scope];
    if (!start || !waits(start) || state === undefined || state.handled) continue;
    const token = issue(turn);
    emit(turn, { kind: "listener.opened", v: 1, node: node.id, scope, token });
    const events = plannedEvents([start], viewFrom(turn, scope));
    if (events.ok) beginListening(turn, token, events.value);
    else raiseIncident(turn, placeOf(turn, token), events.failure, { do: "open" });
  }
}

function waits(start: NodeProgram): boolean {
  const { type = "none" } = triggerOf(start) ?? {};
  return type === "message" || type === "signal" || type === "timer" || type === "condition";
}

/** The token of an event sub-process begins to wait for its start event. */
export function beginListening(turn: Turn, token: number, events: readonly PlannedEvent[]): void {
  for (const event of events)
    if (event.kind === "condition" && event.holds && interrupts(nodeOf(turn, event.node)))
      conditionMet(turn, token, event.node);
    else openEvent(turn, placeOf(turn, token), event);
}
