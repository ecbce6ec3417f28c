import type { Problem, WorkflowDefinition } from "@flowright/definition";
import type { ProofFinding } from "@flowright/engine";
import { indexOf } from "./document/index-of.ts";

/** What a proof tells that the drawing shows by itself, at the same step: said once, in the words of the drawing. */
const TOLD_BY_DRAWING: Readonly<Record<string, string>> = {
  "proof.no-branch": "gateway.no-default",
  "proof.dead-step": "node.unreachable",
};
/** What the drawing suspects and a proof tells better, with the way there. */
const TOLD_BY_PROOF: Readonly<Record<string, string>> = {
  "parallel.join-never-filled": "proof.join-never-filled",
};

/** The problems of a drawing and what playing it through has found, each matter once. */
export function mergedProblems(
  definition: WorkflowDefinition,
  problems: readonly Problem[],
  findings: readonly ProofFinding[],
): readonly Problem[] {
  const current = findings.filter((finding) => stillThere(finding, definition));
  const drawn = new Set(problems.map(({ code, node }) => `${code} ${node}`));
  const proven = new Set(current.map(({ code, node }) => `${code} ${node}`));
  return [
    ...problems.filter(({ code, node }) => !proven.has(`${TOLD_BY_PROOF[code]} ${node}`)),
    ...current.filter(({ code, node }) => !drawn.has(`${TOLD_BY_DRAWING[code]} ${node}`)),
  ];
}

/** An older finding stays until the next proof, unless what it speaks of is gone. */
function stillThere({ node, nodes }: ProofFinding, definition: WorkflowDefinition): boolean {
  const index = indexOf(definition);
  return [...nodes, ...(node === undefined ? [] : [node])].every(
    (id) => index.nodes.has(id) || index.edges.has(id),
  );
}
