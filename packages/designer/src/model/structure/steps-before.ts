import type { WorkflowDefinition } from "@flowright/definition";
import { findItem } from "./find-item.ts";

/** Steps that every way to a step has passed, the nearest last: those above it in its column and in those around it. */
export function stepsBefore(definition: WorkflowDefinition, node: string): string[] {
  const before: string[] = [];
  for (let found = findItem(definition, node); found; found = found.around?.split ?? null) {
    const own = found.around ? [found.around.split.item] : [];
    const above = [...own, ...found.sequence.items.slice(0, found.at)].flatMap((item) =>
      item.type === "free" || item.node === null ? [] : [item.node],
    );
    before.unshift(...above);
  }
  return before;
}
