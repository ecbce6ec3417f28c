import { isActivity } from "@flowright/definition";
import type { Completed } from "../../contract/state.ts";
import type { NodeProgram } from "../../program/program.ts";
import type { Turn } from "../turn.ts";

/** What the completion of a step leaves to be undone, for the event that tells of it; empty where nothing is. */
export function completionOf(turn: Turn, token: number, node: NodeProgram): { readonly undo?: Completed } {
  const state = turn.draft.tokens[token];
  if (state === undefined || !isActivity(node.node)) return {};
  // What is done several times is one completion, that of the activity as a whole.
  const once = turn.draft.scopes[state.s]?.i === undefined;
  if (node.handler !== null) return once ? { undo: { n: node.id } } : {};
  return state.w?.inside === undefined ? {} : { undo: state.w.inside };
}

/** Whether what was completed in a scope that ends can be undone later, for the event that tells of the end. */
export function keptOf(turn: Turn, scope: number): { readonly kept?: true } {
  const state = turn.draft.scopes[scope];
  const node = turn.program.nodes.get(state?.node ?? "");
  if (state === undefined || node === undefined || !isActivity(node.node) || node.handler !== null) return {};
  const own = state.i === undefined && node.child?.undoes != null;
  return own || state.undo !== undefined ? { kept: true } : {};
}
