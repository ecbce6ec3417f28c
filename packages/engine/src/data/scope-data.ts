import type { Json, JsonObject } from "../contract/json.ts";
import type { ScopeProgram } from "../program/program.ts";
import { ROOT_SCOPE } from "../state/apply-event.ts";
import { emit, type Turn } from "../turn/turn.ts";
import type { View } from "./evaluate.ts";

/** Scopes from the innermost to the process. */
export function scopesFrom(turn: Turn, scope: number): number[] {
  const found: number[] = [];
  let current: number | null = scope;
  while (current !== null) {
    found.push(current);
    const state: { parent: number | null } | undefined = turn.draft.scopes[current];
    const parent: number | null = state?.parent ?? null;
    current = parent === null ? null : (turn.draft.tokens[parent]?.s ?? null);
  }
  return found;
}

/** How deep a scope lies; the process itself is 0. */
export function depthOf(turn: Turn, scope: number): number {
  return scopesFrom(turn, scope).length - 1;
}

/** The variables that are seen from a scope: inner ones hide outer ones of the same name. */
export function viewFrom(turn: Turn, scope: number, payload?: JsonObject): View {
  let variables: JsonObject = {};
  const seen = scopesFrom(turn, scope).map((id) => turn.draft.scopes[id]?.vars ?? {});
  const filled = seen.filter((vars) => Object.keys(vars).length > 0);
  if (filled.length === 1) variables = filled[0] ?? {};
  else for (const vars of filled.reverse()) variables = { ...variables, ...vars };
  return { variables: payload === undefined ? variables : { ...variables, ...payload }, now: turn.ctx.now };
}

/** The nearest scope that declares the name, else the process. */
export function scopeDeclaring(turn: Turn, from: number, name: string): number {
  for (const scope of scopesFrom(turn, from)) {
    if (Object.hasOwn(programOf(turn, scope).fields, name)) return scope;
  }
  return ROOT_SCOPE;
}

export function programOf(turn: Turn, scope: number): ScopeProgram {
  const { node: id = null, i: place } = turn.draft.scopes[scope] ?? {};
  const node = id === null ? undefined : turn.program.nodes.get(id);
  return (place === undefined ? node?.child : node?.instance) ?? turn.program.root;
}

/** Values by scope and name, gathered before they are written. */
export type Writes = Map<number, { [name: string]: Json }>;

/** Sorts values into the scopes that declare their names. */
export function writesOf(turn: Turn, from: number, values: JsonObject): Writes {
  const writes: Writes = new Map();
  for (const [name, value] of Object.entries(values))
    addWrite(writes, scopeDeclaring(turn, from, name), name, value);
  return writes;
}

export function addWrite(writes: Writes, scope: number, name: string, value: Json): void {
  writes.set(scope, { ...writes.get(scope), [name]: value });
}

/** Whether the variables would stay within the limit; measured roughly, from above. */
export function fits(turn: Turn, writes: Writes): boolean {
  let size = 0;
  for (const { vars } of Object.values(turn.draft.scopes)) size += sizeOf(vars);
  for (const values of writes.values()) size += sizeOf(values);
  if (size <= turn.limits.variables) return true;
  // What is overwritten was counted twice above.
  size = 0;
  for (const id of new Set([...Object.keys(turn.draft.scopes).map(Number), ...writes.keys()]))
    size += JSON.stringify({ ...turn.draft.scopes[id]?.vars, ...writes.get(id) }).length;
  return size <= turn.limits.variables;
}

/** An upper bound of the length as JSON. */
function sizeOf(value: Json): number {
  if (typeof value === "string") return value.length * 6 + 2;
  if (typeof value !== "object" || value === null) return 25;
  let size = 2;
  if (Array.isArray(value)) for (const item of value) size += sizeOf(item) + 1;
  else for (const [name, item] of Object.entries(value)) size += name.length * 6 + 4 + sizeOf(item as Json);
  return size;
}

export function write(
  turn: Turn,
  writes: Writes,
  at: { readonly node: string; readonly token: number | null; readonly by?: string | null },
): void {
  const by = at.by === undefined ? {} : { by: at.by };
  for (const [scope, values] of writes)
    emit(turn, { kind: "variables.changed", v: 1, node: at.node, scope, token: at.token, values, ...by });
}
