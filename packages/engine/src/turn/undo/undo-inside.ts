import type { Completed } from "../../contract/state.ts";
import { depthOf } from "../../data/scope-data.ts";
import type { NodeProgram } from "../../program/program.ts";
import { raiseIncident } from "../incident.ts";
import { beginEventSubProcess } from "../listen/begin-event-sub-process.ts";
import { emit, issue, NO_DATA, placeOf, queue, type Turn } from "../turn.ts";
import { hasRoom } from "./handler.ts";

/**
 * A sub-process is undone: it opens again with its data of then, and its event sub-process for compensation begins in
 * it; without one, what was completed in it is undone, newest first.
 */
export function undoInside(
  turn: Turn,
  waiting: number,
  scope: number,
  node: NodeProgram,
  entry: Completed,
  taken: () => void,
): boolean {
  if (!hasRoom(turn, waiting)) return true;
  const { depth: limit } = turn.limits;
  if (depthOf(turn, scope) >= limit) {
    const failure = { code: "limit.depth", params: { limit } } as const;
    raiseIncident(turn, placeOf(turn, waiting), failure, { do: "undo" });
    return true;
  }
  taken();
  const place = { v: 1, node: node.id, scope, token: issue(turn) } as const;
  emit(turn, { kind: "node.entered", ...place, undoes: waiting });
  const child = issue(turn);
  emit(turn, { kind: "scope.opened", ...place, child, again: entry });
  const own = entry.open ? null : (node.child?.undoes ?? null);
  const left = own === null ? (entry.undo ?? []) : [];
  emit(turn, { kind: "compensation.started", ...place, left, from: child, next: { do: "finish" } });
  if (own === null) {
    queue(turn, place.token, { do: "undo" });
    return true;
  }
  beginEventSubProcess(turn, own, child, null, NO_DATA);
  return true;
}
