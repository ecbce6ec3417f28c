import type { KnownReferences, Problem, WorkflowDefinition } from "@flowright/definition";

/** What is asked: a document, and what there is for it to refer to. */
export interface CheckQuestion {
  readonly definition: WorkflowDefinition;
  readonly known: KnownReferences;
}

/** What was found. */
export interface CheckAnswer {
  readonly problems: readonly Problem[];
  /** Whether the document has the shape of a definition, whatever else is wrong with it. */
  readonly shaped: boolean;
}
