import type { Field } from "../generated/workflow.ts";

/**
 * The fields that a step sees, by name: the case's, those of every sub-process around it, and the item and number of
 * its round where it or what is around it is done several times; inner ones win.
 */
export type ScopeVariables = { readonly [name: string]: Field };

/** Scope variables with more fields in front; without a prototype, so that no inherited name is a field. */
export function withFields(outer: ScopeVariables, fields: ScopeVariables | undefined): ScopeVariables {
  return Object.assign(Object.create(null), outer, fields);
}
