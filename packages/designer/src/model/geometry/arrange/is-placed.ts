import { isContainer, type WorkflowDefinition } from "@flowright/definition";

/** Whether a flow is drawn without anything being arranged: every step has a place, and nothing can be folded away. */
export function isPlaced({ nodes }: WorkflowDefinition): boolean {
  return nodes.every(
    (node) => !isContainer(node) && (node.kind === "boundary" || node.position !== undefined),
  );
}
