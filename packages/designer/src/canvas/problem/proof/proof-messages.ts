import type { WorkflowDefinition } from "@flowright/definition";
import type { ProofFinding } from "@flowright/engine";

/** What the page asks the worker. */
export interface ProofQuestion {
  readonly number: number;
  readonly definition: WorkflowDefinition;
}

/** What the worker says: first that it is there, then an answer to each question. */
export type ProofAnswer =
  | { readonly ready: true }
  | { readonly number: number; readonly findings: readonly ProofFinding[] };
