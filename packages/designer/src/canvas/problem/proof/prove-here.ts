import { problem, type WorkflowDefinition } from "@flowright/definition";
import { type ProofFinding, prove } from "@flowright/engine";

/** The proof in the page itself, looking at so many states; fetched where there is no worker. */
export function proveHere(definition: WorkflowDefinition, states: number): readonly ProofFinding[] {
  return prove(definition, { states }).findings;
}

/** What is said where a proof was broken off because it took too long. */
export function proofNotInTime({ nodes }: WorkflowDefinition): ProofFinding {
  const node = nodes[0]?.id;
  const at = node === undefined ? {} : { node };
  return { ...problem("proof.not-in-time", { path: "", ...at }), nodes: [], moves: [] };
}
