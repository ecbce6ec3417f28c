import type { WorkflowDefinition } from "@flowright/definition";

/**
 * What follows from a change by itself, in the same step: given the definition before and after a command,
 * the definition as it should be. Must give the same object back when there is nothing to do.
 */
export type Behaviour = (before: WorkflowDefinition, after: WorkflowDefinition) => WorkflowDefinition;
