import type { Form, StartEvent, WorkflowDefinition } from "@flowright/definition";

/** The form that starting the flow by hand asks for; null where nothing is asked. */
export function startFormOf(definition: WorkflowDefinition): Form | null {
  const start = definition.nodes.find(
    (node): node is StartEvent =>
      node.kind === "start" && (node.trigger === undefined || node.trigger.type === "none"),
  );
  return definition.forms?.find(({ id }) => id === start?.form) ?? null;
}
