import { viewFrom } from "../../data/scope-data.ts";
import type { NodeProgram, ScopeProgram } from "../../program/program.ts";
import { raiseIncident } from "../incident.ts";
import { openEvent, plannedEvents, triggerOf } from "../open/open-events.ts";
import { emit, issue, placeOf, type Turn } from "../turn.ts";

/**
 * The event sub-processes of a scope that has opened listen for their starts. Errors, escalations and compensation are
 * looked for when they are thrown; nothing waits for them.
 */
export function openListeners(turn: Turn, scope: number, program: ScopeProgram): void {
  // It may have ended at once.
  if (turn.draft.scopes[scope] === undefined) return;
  for (const node of program.listeners) {
    const start = node.child?.start;
    if (!start || !waits(start)) continue;
    const token = issue(turn);
    emit(turn, { kind: "listener.opened", v: 1, node: node.id, scope, token });
    const events = plannedEvents([start], viewFrom(turn, scope));
    const place = placeOf(turn, token);
    if (events.ok) for (const event of events.value) openEvent(turn, place, event);
    else raiseIncident(turn, place, events.failure, { do: "open" });
  }
}

function waits(start: NodeProgram): boolean {
  const { type = "none" } = triggerOf(start) ?? {};
  return type === "message" || type === "signal" || type === "timer" || type === "condition";
}
