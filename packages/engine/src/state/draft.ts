import type { AddedSteps, InstanceState, InstanceStatus, ScopeState, TokenState } from "../contract/state.ts";
import { tableOf } from "./table.ts";
import { unfolded } from "./waiting-steps.ts";

/** The state of an instance while a step works on it: every token is among its tokens. Only `applyEvent` changes it; what it holds is never mutated. */
export interface Draft {
  v: 2;
  status: InstanceStatus;
  next: number;
  by: string | null;
  called?: true;
  scopes: { [id: string]: ScopeState };
  tokens: { [id: string]: TokenState };
  added?: { readonly [plan: string]: AddedSteps };
}

export function draftOf(state: InstanceState | null): Draft {
  if (state === null) return { v: 2, status: "active", next: 1, by: null, scopes: {}, tokens: {} };
  const { scopes, tokens } = unfolded(state);
  return {
    v: 2,
    status: state.status,
    next: state.next,
    by: state.by,
    scopes: tableOf(scopes),
    tokens: tableOf(tokens),
    // In the order in which events bring them, so that the state is the same to the byte.
    ...(state.called === undefined ? {} : { called: state.called }),
    ...(state.added === undefined ? {} : { added: state.added }),
  };
}
