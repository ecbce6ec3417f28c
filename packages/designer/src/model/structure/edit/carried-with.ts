import type { WorkflowDefinition } from "@flowright/definition";
import { type Found, linesBehind } from "../find-item.ts";
import { nodesInSequence, nodesOfItem } from "../tree-nodes.ts";
import { keptBranch } from "./remove-item.ts";

/** What moves when an item is moved. */
export interface Carried {
  readonly steps: ReadonlySet<string>;
  /** Its lines to what follows it. */
  readonly exits: readonly string[];
}

/**
 * The steps that are carried with an item and the lines by which it goes on. Where nothing stands behind a step with
 * branches because each of them ends, the branch that goes on without it, such as the approved one, is what follows.
 */
export function carriedWith(definition: WorkflowDefinition, found: Found): Carried {
  const steps = new Set(nodesOfItem(found.item));
  const exits = linesBehind(found);
  const kept = found.item.type === "split" ? keptBranch(definition, found.item) : null;
  if (exits.length > 0 || !kept || kept.edge === null) return { steps, exits };
  for (const id of nodesInSequence(kept.body)) steps.delete(id);
  return { steps, exits: [kept.edge] };
}
