import type { Field } from "../../generated/workflow.ts";
import type { ScopeVariables } from "../../model/with-fields.ts";

const ANYTHING: Field = {};

/** The field at a dotted path; a field of any type where an object does not list its properties; else null. */
export function fieldAt(variables: ScopeVariables, path: string): Field | null {
  const [first = "", ...rest] = path.split(".");
  let field = Object.hasOwn(variables, first) ? variables[first] : undefined;
  for (const name of rest) {
    if (!field || (field.type !== undefined && field.type !== "object")) return null;
    if (!field.properties) return ANYTHING;
    field = Object.hasOwn(field.properties, name) ? field.properties[name] : undefined;
  }
  return field ?? null;
}
