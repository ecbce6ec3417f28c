import type { WorkflowDefinition } from "@flowright/definition";
import { deadRegions } from "./finding/dead-regions.ts";
import type { Proof, ProofFinding, ProofMove, ProveOptions } from "./proof.ts";
import type { Exits } from "./scope/exits.ts";
import { proveScope, type ScopeProof } from "./scope/prove-scope.ts";
import { type ScopeTree, scopesOf } from "./scope/scope-tree.ts";
import { listed, named } from "./text/names.ts";
import { findingAt, tell } from "./text/tell.ts";

const DEFAULT_STATES = 20_000;

/**
 * Plays through everything that a flow can do and tells what goes wrong, each with the moves that lead there. Data are
 * left open except where a choice compares fields with constants. Pure and bounded: what is not explored within the
 * number of states is said. Works on any definition that holds the schema.
 *
 * Soundness is van der Aalst's ("The application of Petri nets to workflow management", 1998), scope by scope: a
 * container is a step of the scope around it that can be done, throw and escalate as its own proof says.
 */
export function prove(definition: WorkflowDefinition, options: ProveOptions = {}): Proof {
  const limit = options.states ?? DEFAULT_STATES;
  const scopes = scopesOf(definition);
  const proofs = new Map<ScopeTree, ScopeProof>();
  let states = 0;
  // What is inside comes first.
  for (const scope of scopes.toReversed()) {
    const exitsOf = (id: string): Exits | null => {
      const child = scope.children.get(id);
      return (child && proofs.get(child)?.exits) ?? null;
    };
    const proof = proveScope(scope, Math.max(1, limit - states), exitsOf, () => null);
    proofs.set(scope, proof);
    states += proof.states;
  }
  const complete = [...proofs.values()].every((proof) => proof.complete);
  const findings = findingsOf(scopes, proofs);
  if (states > limit && scopes[0]) findings.push(findingAt("proof.not-proven", scopes[0], [], { limit }));
  return { findings, complete, states };
}

function findingsOf(
  scopes: readonly ScopeTree[],
  proofs: ReadonlyMap<ScopeTree, ScopeProof>,
): ProofFinding[] {
  const findings: ProofFinding[] = [];
  const openings = new Map<ScopeTree, readonly ProofMove[] | null>();
  for (const scope of scopes) {
    const proof = proofs.get(scope);
    const opening = openingOf(scope, proofs, openings);
    openings.set(scope, opening);
    if (!proof || opening === null) continue;
    for (const raw of proof.findings) findings.push(tell(scope, raw, opening));
    for (const region of deadRegions(scope, proof.dead)) {
      const texts = { step: listed(region.entries.map((id) => named(scope, id))) };
      findings.push(findingAt("proof.dead-step", scope, region.nodes, texts));
    }
  }
  return findings;
}

/** The moves that open a scope; null where it is never opened, which is told at its container. */
function openingOf(
  scope: ScopeTree,
  proofs: ReadonlyMap<ScopeTree, ScopeProof>,
  openings: ReadonlyMap<ScopeTree, readonly ProofMove[] | null>,
): readonly ProofMove[] | null {
  const { parent, container } = scope;
  if (!parent || !container) return [];
  const before = openings.get(parent);
  const proof = proofs.get(parent);
  const moves = proof?.openings.get(container.id);
  return before && moves && !proof?.dead.includes(container.id) ? [...before, ...moves] : null;
}
