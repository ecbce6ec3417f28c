import type { NodeProgram } from "../../program/program.ts";
import type { Turn } from "../turn.ts";

/** The container that a scope is the inside of; null for the process, for an instance, and where it is open again to be undone. */
export function containerOf(turn: Turn, scope: number): NodeProgram | null {
  const state = turn.draft.scopes[scope];
  if (state === undefined || state.node === null || state.i !== undefined || state.again) return null;
  return turn.program.nodes.get(state.node) ?? null;
}

/** The container of a scope that is open, where it is of a kind. */
export function openContainer(turn: Turn, scope: number, kind: "adHoc" | "plan"): NodeProgram | null {
  const node = Object.hasOwn(turn.draft.scopes, scope) ? containerOf(turn, scope) : null;
  return node?.kind === kind ? node : null;
}
