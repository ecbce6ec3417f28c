import type { ScopeState } from "../../contract/state.ts";
import type { NodeProgram } from "../../program/program.ts";
import type { Failure } from "../incident.ts";
import type { Turn } from "../turn.ts";

/** Whether a token is the last that moves in its scope. */
export function onlyOneIn(turn: Turn, scope: number, token: number): boolean {
  for (const id in turn.draft.tokens)
    if (turn.draft.tokens[id]?.s === scope && Number(id) !== token) return false;
  return true;
}

/** Tokens wait at joins, and nothing is left that could fill them. */
export function neverFills(scope: ScopeState, join?: NodeProgram): Failure {
  const joins = new Set([...Object.keys(scope.joins ?? {}), ...(join ? [join.id] : [])]);
  return { code: "join.never-fills", params: { joins: [...joins].join(", ") } };
}
