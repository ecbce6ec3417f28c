import type { WorkflowDefinition } from "@flowright/definition";

/** Whether two states of a document differ in nothing but the scenarios that they keep. */
export function isSameDrawing(a: WorkflowDefinition, b: WorkflowDefinition): boolean {
  if (a === b) return true;
  const parts = (definition: WorkflowDefinition): ReadonlyMap<string, unknown> =>
    new Map(Object.entries(definition).filter(([name]) => name !== "scenarios"));
  const first = parts(a);
  const second = parts(b);
  // Commands keep the parts that they do not change.
  return first.size === second.size && [...first].every(([name, part]) => second.get(name) === part);
}
