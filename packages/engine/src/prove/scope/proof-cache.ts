import { canBeEnded, errorsAreCaught, escalationInterrupts } from "./catchers.ts";
import type { Exits } from "./exits.ts";
import type { ScopeProof } from "./scope-proof.ts";
import type { ScopeTree } from "./scope-tree.ts";

/** Most states that all kept proofs may have together. */
const MOST_STATES = 60_000;
const MOST_PROOFS = 500;

/** What is kept between calls of `prove`: the newest last. Memory alone: the same question has the same answer. */
const kept = new Map<string, ScopeProof>();
let keptStates = 0;

/** The proof of a scope, made anew only where something that matters to it has changed. */
export function cached(key: string, prove: () => ScopeProof): ScopeProof {
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const proof = prove();
  kept.set(key, proof);
  keptStates += proof.states;
  for (const [oldest, { states }] of kept) {
    if (keptStates <= MOST_STATES && kept.size <= MOST_PROOFS) break;
    kept.delete(oldest);
    keptStates -= states;
  }
  return proof;
}

/** Members of nodes and edges that no token looks at, and what other scopes hold. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  "name",
  "documentation",
  "position",
  "size",
  "collapsed",
  "goal",
  "who",
  "deadline",
  "form",
  "checklist",
  "input",
  "output",
  "table",
  "decision",
  "nodes",
  "edges",
  "variables",
  "startableBy",
  "assignments",
]);

/** Everything that the proof of a scope depends on, as text. */
export function scopeKey(
  scope: ScopeTree,
  limit: number,
  exitsOf: (container: string) => Exits | null,
  setsOf: (choice: string) => readonly ReadonlySet<string>[] | null,
  doomedBy: (code: string) => string | null,
): string {
  const nodes = [...scope.nodes.values()];
  const codes = nodes.flatMap((node) => {
    const thrown = node.kind === "throw" ? node.event : node.kind === "end" ? node.result : undefined;
    return thrown?.type === "escalation" ? [thrown.code] : [];
  });
  return JSON.stringify(
    [
      [scope.container?.id ?? null, scope.container?.kind ?? null, limit],
      [
        canBeEnded(scope),
        errorsAreCaught(scope),
        ...codes.map((code) => [escalationInterrupts(scope, code), doomedBy(code)]),
      ],
      nodes.map((node) => [node, listenerOf(node), exitsOf(node.id), setsOf(node.id)]),
      scope.edges,
    ],
    (name, value) => {
      if (ELSEWHERE.has(name)) return undefined;
      return value instanceof Map || value instanceof Set ? [...value] : value;
    },
  );
}

/** What an event sub-process listens to stands inside of it. */
function listenerOf(node: { readonly kind: string; readonly nodes?: readonly object[] }): object | null {
  return node.kind === "eventSubProcess" ? (node.nodes?.find((inner) => "trigger" in inner) ?? null) : null;
}
