import type { Problem, WorkflowDefinition } from "@flowright/definition";
import { eachOnce, type ProofFinding } from "@flowright/engine";
import { indexOf } from "./document/index-of.ts";

/** The problems of a drawing and what playing it through has found, each matter once. */
export function mergedProblems(
  definition: WorkflowDefinition,
  problems: readonly Problem[],
  findings: readonly ProofFinding[],
): readonly Problem[] {
  return eachOnce(
    problems,
    findings.filter((finding) => stillThere(finding, definition)),
  );
}

/** An older finding stays until the next proof, unless what it speaks of is gone. */
function stillThere({ node, nodes }: ProofFinding, definition: WorkflowDefinition): boolean {
  const index = indexOf(definition);
  return [...nodes, ...(node === undefined ? [] : [node])].every(
    (id) => index.nodes.has(id) || index.edges.has(id),
  );
}
