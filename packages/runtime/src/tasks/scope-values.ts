import type { InstanceState, JsonObject } from "@flowright/engine";

/** Variables seen from a scope: its own before those of the scopes around it. */
export function scopeValues(state: InstanceState, scope: number): JsonObject {
  let values: JsonObject = {};
  let id: number | null = scope;
  // A state is no deeper than its scopes are many; the bound only guards against a broken one.
  for (let depth = 0; id !== null && depth < 1_000; depth++) {
    const found: InstanceState["scopes"][string] | undefined = state.scopes[String(id)];
    if (!found) break;
    values = { ...found.vars, ...values };
    id = found.parent === null ? null : (state.tokens[String(found.parent)]?.s ?? null);
  }
  return values;
}
