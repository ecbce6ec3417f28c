import type { WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";

/** How many containers are around what stands directly in this one; 0 for the flow itself. */
export function chainLength(definition: WorkflowDefinition, container: string | undefined): number {
  const { nodes } = indexOf(definition);
  let length = 0;
  for (let id = container; id !== undefined; id = nodes.get(id)?.parent?.id) length += 1;
  return length;
}
