import type { Node } from "../../generated/workflow.ts";
import type { ScopeVariables } from "../../model/with-fields.ts";
import type { Drawing, Scope } from "../drawing.ts";

export interface FormUse {
  readonly node: Node;
  readonly scope: Scope;
  readonly form: string;
  /** Of the property that names the form. */
  readonly path: string;
}

/** Where forms are shown. */
export function* formUses({ scopes }: Drawing): Generator<FormUse> {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (node.kind !== "start" && node.kind !== "userTask" && node.kind !== "approval") continue;
      if (node.form !== undefined) yield { node, scope, form: node.form, path: `${path}/form` };
    }
  }
}

/** A form in more surroundings than these is checked in the first ones: each costs as much as the form is long. */
const MOST_SURROUNDINGS = 20;

/** For each form the different sets of fields that it is shown over; the process's where it is shown nowhere. */
export function fieldsByForm(drawing: Drawing): Map<string, Set<ScopeVariables>> {
  const found = new Map<string, Set<ScopeVariables>>();
  for (const { node, form, scope } of formUses(drawing)) {
    const surroundings = found.get(form) ?? new Set();
    if (surroundings.size < MOST_SURROUNDINGS) surroundings.add(scope.variablesAt(node));
    found.set(form, surroundings);
  }
  const [process] = drawing.scopes;
  for (const { id } of drawing.definition.forms ?? []) {
    if (process && !found.has(id)) found.set(id, new Set([process.variables]));
  }
  return found;
}
