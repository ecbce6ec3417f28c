import type { Node } from "../../generated/workflow.ts";
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

/** For each form the scopes in which it is shown; the process where it is shown nowhere. */
export function scopesByForm(drawing: Drawing): Map<string, Set<Scope>> {
  const found = new Map<string, Set<Scope>>();
  for (const { form, scope } of formUses(drawing)) {
    const scopes = found.get(form) ?? new Set();
    found.set(form, scopes.add(scope));
  }
  const [process] = drawing.scopes;
  for (const { id } of drawing.definition.forms ?? []) {
    if (process && !found.has(id)) found.set(id, new Set([process]));
  }
  return found;
}
