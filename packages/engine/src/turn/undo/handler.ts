import type { EdgeProgram } from "../../program/program.ts";
import { raiseIncident } from "../incident.ts";
import { emit, issue, placeOf, queue, type Turn } from "../turn.ts";

/** The activity that undoes another begins, with a token of its own in the scope where that one was completed. */
export function beginHandler(
  turn: Turn,
  waiting: number,
  scope: number,
  line: EdgeProgram,
  taken: () => void,
): boolean {
  if (!hasRoom(turn, waiting)) return true;
  taken();
  const place = { v: 1, scope, token: issue(turn) } as const;
  const boundary = line.source.id;
  emit(turn, { kind: "node.entered", ...place, node: boundary, undoes: waiting });
  emit(turn, { kind: "node.completed", ...place, node: boundary });
  emit(turn, { kind: "edge.taken", ...place, node: boundary, edge: line.id });
  emit(turn, { kind: "node.entered", ...place, node: line.target.id });
  queue(turn, place.token, { do: "open" });
  return true;
}

/** Whether there is room for one more token; where there is none, undoing stops as an incident. */
export function hasRoom(turn: Turn, waiting: number): boolean {
  const { tokens: limit } = turn.limits;
  if (turn.alive < limit) return true;
  const failure = { code: "limit.tokens", params: { limit } } as const;
  raiseIncident(turn, placeOf(turn, waiting), failure, { do: "undo" });
  return false;
}
