import type { Field, WorkflowDefinition } from "@flowright/definition";
import type { ScopeTree } from "../scope/scope-tree.ts";
import type { FieldAt } from "./asked.ts";

/** Looks fields up by their dotted path as a scope sees them: its own first, then those around it. */
export function fieldsIn(definition: WorkflowDefinition, scope: ScopeTree): FieldAt {
  return (path) => {
    const [first = "", ...rest] = path.split(".");
    let field = declared(definition, scope, first);
    for (const name of rest) field = own(field?.properties, name);
    return field;
  };
}

function declared(definition: WorkflowDefinition, scope: ScopeTree, name: string): Field | null {
  for (let at: ScopeTree | null = scope; at; at = at.parent) {
    const { container } = at;
    const field = own((container ?? definition).variables?.properties, name);
    if (field) return field;
  }
  return null;
}

function own(fields: { readonly [name: string]: Field } | undefined, name: string): Field | null {
  return fields && Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
}
