import type { Node, WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";

const known = new WeakMap<WorkflowDefinition, Map<string, readonly Node[]>>();

/** The other steps that show a form: what is changed in it changes for them, too. The same list for the same document. */
export function alsoUsedBy(definition: WorkflowDefinition, form: string, step: string): readonly Node[] {
  const lists = known.get(definition) ?? new Map<string, readonly Node[]>();
  known.set(definition, lists);
  const key = `${form} ${step}`;
  const found =
    lists.get(key) ??
    [...indexOf(definition).nodes.values()].flatMap(({ node }) =>
      node.id !== step && "form" in node && node.form === form ? [node] : [],
    );
  lists.set(key, found);
  return found;
}
