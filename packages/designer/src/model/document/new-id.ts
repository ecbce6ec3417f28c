import type { WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "./index-of.ts";

/** Gives ids that are unique in the whole definition and in what was given before: `userTask_3`, `edge_12`. */
export function idsFor(definition: WorkflowDefinition): (prefix: string) => string {
  const index = indexOf(definition);
  const given = new Set<string>();
  const next = new Map<string, number>();
  return (prefix) => {
    let number = next.get(prefix) ?? 1;
    let id = `${prefix}_${number}`;
    while (index.nodes.has(id) || index.edges.has(id) || given.has(id) || id === definition.id) {
      number += 1;
      id = `${prefix}_${number}`;
    }
    next.set(prefix, number + 1);
    given.add(id);
    return id;
  };
}
