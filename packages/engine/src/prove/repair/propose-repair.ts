import type { Edge, Node } from "@flowright/definition";
import type { RawFinding } from "../finding/read-findings.ts";
import type { ProofRepair } from "../proof.ts";
import { rescoped, type ScopeTree } from "../scope/scope-tree.ts";

/** How far back the place is looked for where branches came together too early. */
const FARTHEST = 30;

/** What a scope is like after an edit. */
export interface Outcome {
  readonly findings: readonly RawFinding[];
  readonly dead: readonly string[];
  readonly complete: boolean;
}

/** The first edit that takes a finding away without a new one; null if none is known. `tried` proves an edited scope. */
export function proposeRepair(
  scope: ScopeTree,
  finding: RawFinding,
  now: Outcome,
  tried: (edited: ScopeTree) => Outcome,
): ProofRepair | null {
  for (const repair of candidates(scope, finding)) {
    const edited = apply(scope, repair);
    const then = edited && tried(edited);
    if (then?.complete && mends(finding, now, then)) return repair;
  }
  return null;
}

function mends(finding: RawFinding, now: Outcome, then: Outcome): boolean {
  if (then.findings.length >= now.findings.length || then.dead.length > now.dead.length) return false;
  return then.findings.every(({ kind, nodes }) => kind !== finding.kind || nodes[0] !== finding.nodes[0]);
}

function candidates(scope: ScopeTree, { kind, nodes }: RawFinding): ProofRepair[] {
  const [node = ""] = nodes;
  switch (kind) {
    case "deadlock":
    case "join-never-filled":
      if (scope.nodes.get(node)?.kind !== "parallel" || scope.outgoing(node).length > 1) return [];
      return (["exclusive", "inclusive"] as const).map((to) => ({ kind: "replace-kind", node, to }));
    case "runs-twice":
    case "end-twice":
      return joinsBefore(scope, node);
    default:
      return [];
  }
}

/** Where the branches that lead to a step come together without waiting for each other: to wait there. */
function joinsBefore(scope: ScopeTree, step: string): ProofRepair[] {
  const ways = ["parallel", "inclusive"] as const;
  for (let at = step, steps = 0; steps < FARTHEST; steps++) {
    const incoming = scope.incoming(at);
    const [only] = incoming;
    if (!only) return [];
    if (incoming.length > 1) {
      if (scope.nodes.get(at)?.kind !== "exclusive")
        return ways.map((to) => ({ kind: "insert-join", before: at, to }));
      return scope.outgoing(at).length > 1 ? [] : ways.map((to) => ({ kind: "replace-kind", node: at, to }));
    }
    at = only.source;
  }
  return [];
}

function apply(scope: ScopeTree, repair: ProofRepair): ScopeTree | null {
  const nodes = [...scope.nodes.values()];
  switch (repair.kind) {
    case "replace-kind": {
      const replaced = nodes.map(
        (node): Node => (node.id === repair.node ? { id: node.id, kind: repair.to } : node),
      );
      return rescoped(scope, replaced, scope.edges);
    }
    case "insert-join": {
      const { before, to } = repair;
      const join: Node = { id: `${before}.join`, kind: to };
      const edges = scope.edges.map(
        (edge): Edge => (edge.target === before ? { ...edge, target: join.id } : edge),
      );
      return rescoped(
        scope,
        [...nodes, join],
        [...edges, { id: `${before}.joined`, source: join.id, target: before }],
      );
    }
    case "set-default":
      return null;
  }
}
