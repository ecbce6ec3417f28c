import type { CaseState } from "./state.ts";

/** A case that has not begun. */
export function newCase(by: string | null, now: string, called: boolean): CaseState {
  return {
    status: "active",
    by,
    called,
    next: 1,
    now,
    scopes: new Map(),
    tokens: new Map(),
    queue: [],
    added: [],
    trace: [],
    told: [],
    moves: 0,
    cutShort: false,
    unwritten: false,
  };
}
