import type { Problem } from "@flowright/definition";
import type { ProofFinding } from "./proof.ts";

/** What a proof tells that the drawing shows by itself, at the same step: said once, in the words of the drawing. */
const TOLD_BY_DRAWING: Readonly<Record<string, string>> = {
  "proof.no-branch": "gateway.no-default",
  "proof.dead-step": "node.unreachable",
};
/** What the drawing suspects and a proof tells better, with the way there. */
const TOLD_BY_PROOF: Readonly<Record<string, string>> = {
  "parallel.join-never-filled": "proof.join-never-filled",
};

/** The problems of a drawing and the findings of its proof, each matter once. */
export function eachOnce(
  problems: readonly Problem[],
  findings: readonly ProofFinding[],
): (Problem | ProofFinding)[] {
  const drawn = new Set(problems.map(({ code, node }) => `${code} ${node}`));
  const proven = new Set(findings.map(({ code, node }) => `${code} ${node}`));
  return [
    ...problems.filter(({ code, node }) => !proven.has(`${TOLD_BY_PROOF[code]} ${node}`)),
    ...findings.filter(({ code, node }) => !drawn.has(`${TOLD_BY_DRAWING[code]} ${node}`)),
  ];
}
