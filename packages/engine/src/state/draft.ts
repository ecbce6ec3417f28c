import type { AddedSteps, InstanceState, InstanceStatus, ScopeState, TokenState } from "../contract/state.ts";
import { tableOf } from "./table.ts";

/** The state of an instance while a step works on it. Only `applyEvent` changes it; what it holds is never mutated. */
export interface Draft {
  v: 1;
  status: InstanceStatus;
  next: number;
  by: string | null;
  called?: true;
  scopes: { [id: string]: ScopeState };
  tokens: { [id: string]: TokenState };
  added?: { readonly [plan: string]: AddedSteps };
}

export function draftOf(state: InstanceState | null): Draft {
  if (state === null) return { v: 1, status: "active", next: 1, by: null, scopes: {}, tokens: {} };
  return {
    v: 1,
    status: state.status,
    next: state.next,
    by: state.by,
    scopes: tableOf(state.scopes),
    tokens: tableOf(state.tokens),
    // In the order in which events bring them, so that the state is the same to the byte.
    ...(state.called === undefined ? {} : { called: state.called }),
    ...(state.added === undefined ? {} : { added: state.added }),
  };
}
