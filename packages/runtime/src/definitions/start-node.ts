import type { StartEvent, WorkflowDefinition } from "@flowright/definition";

/** The start event from which a person or a program starts the flow, or null where only messages start it. */
export function startNodeOf(definition: WorkflowDefinition): StartEvent | null {
  for (const node of definition.nodes) {
    if (node.kind === "start" && (node.trigger === undefined || node.trigger.type === "none")) return node;
  }
  return null;
}
