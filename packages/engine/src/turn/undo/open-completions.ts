import type { Completed, InstanceState } from "../../contract/state.ts";

type Standing = Pick<InstanceState, "scopes" | "tokens">;

/**
 * What was completed inside of a step that is still under way, so that it can be undone where the step is given up.
 * Null where there is nothing.
 */
export function openCompletion(state: Standing, token: number): Completed | null {
  const { n, w } = state.tokens[token] ?? {};
  if (n === undefined || w === undefined) return null;
  const times = Object.keys(state.scopes)
    .map(Number)
    .filter((scope) => state.scopes[scope]?.parent === token && !state.scopes[scope]?.again)
    .flatMap((scope) => insideOf(state, scope, n));
  if (times.length === 0 && w.inside === undefined) return null;
  // Of an activity that is done several times, some may be completed as a whole.
  const whole = w.inside?.times ?? (w.inside === undefined ? [] : [w.inside]);
  return { n, times: [...whole, ...times] };
}

/** Of one scope below the token; that of an instance holds nothing but the activity itself. */
function insideOf(state: Standing, scope: number, n: string): Completed[] {
  const { vars = {}, undo = [], i: place } = state.scopes[scope] ?? {};
  const open = Object.keys(state.tokens)
    .map(Number)
    .filter((token) => state.tokens[token]?.s === scope)
    .flatMap((token) => openCompletion(state, token) ?? []);
  if (place !== undefined)
    return open.flatMap(({ times = [] }) =>
      times.map((time) => ({ ...time, vars: { ...vars, ...time.vars } })),
    );
  const all = [...undo, ...open];
  return all.length === 0 ? [] : [{ n, open: true, vars, undo: all }];
}
