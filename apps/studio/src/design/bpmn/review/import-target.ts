import type { WorkflowDefinition } from "@flowright/definition";

/** A flow that is still empty and may become the first of the flows of the file. */
export interface ImportTarget {
  readonly id: string;
  readonly name: WorkflowDefinition["name"];
  onTake(definition: WorkflowDefinition): void;
}
