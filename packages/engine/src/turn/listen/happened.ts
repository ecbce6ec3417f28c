import type { JsonObject } from "../../contract/json.ts";
import { follow } from "../follow.ts";
import { listensAgain, openEvent, type PlannedEvent } from "../open/open-events.ts";
import { emit, NO_DATA, nodeOf, placeOf, queue, type Turn } from "../turn.ts";
import { beginEventSubProcess } from "./begin-event-sub-process.ts";

/**
 * An event happened that a token waited for: its own, one after an event-based gateway, that of a boundary, or the
 * start of an event sub-process. `again` is what it waits for from now on, where it can happen again.
 */
export function happened(
  turn: Turn,
  token: number,
  eventNode: string,
  payload: JsonObject,
  again: PlannedEvent | null,
): void {
  const place = placeOf(turn, token);
  const node = nodeOf(turn, place.node);
  const next = listensAgain(nodeOf(turn, eventNode)) ? again : null;
  if (turn.draft.tokens[token]?.l !== undefined) {
    if (next !== null) openEvent(turn, place, next);
    beginEventSubProcess(turn, node, place.scope, next === null ? token : null, payload);
    return;
  }
  if (eventNode === node.id) {
    queue(turn, token, { do: "complete", payload });
    return;
  }
  if (node.kind === "eventBased") {
    follow(turn, place, node, `pick.${eventNode}`, { payload });
    return;
  }
  follow(turn, place, node, `boundary.${eventNode}`, { payload });
  if (next !== null && turn.draft.tokens[token] !== undefined) openEvent(turn, place, next);
}

/** A condition holds that a token waits for. */
export function conditionMet(turn: Turn, token: number, eventNode: string): void {
  emit(turn, { kind: "condition.met", ...placeOf(turn, token), node: eventNode });
  happened(turn, token, eventNode, NO_DATA, { kind: "condition", node: eventNode, holds: true });
}
