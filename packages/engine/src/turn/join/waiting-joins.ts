import { depthOf } from "../../data/scope-data.ts";
import type { NodeProgram } from "../../program/program.ts";
import { nodeOf, type Turn } from "../turn.ts";

/** Scopes in which tokens are counted at joins: inner ones first, then in the order in which they opened. */
export function scopesWithJoins(turn: Turn): number[] {
  const found: number[] = [];
  for (const id in turn.draft.scopes) if (turn.draft.scopes[id]?.joins !== undefined) found.push(Number(id));
  if (found.length < 2) return found;
  const depths = new Map(found.map((scope) => [scope, depthOf(turn, scope)]));
  return found.sort((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0) || a - b);
}

/** The joins of a scope at which tokens are counted, in the order of the drawing. */
export function joinsIn(turn: Turn, scope: number): NodeProgram[] {
  return Object.keys(turn.draft.scopes[scope]?.joins ?? {})
    .map((id) => nodeOf(turn, id))
    .sort((a, b) => a.index - b.index);
}
