import type { WorkflowDefinition } from "@flowright/definition";
import { type Proof, prove } from "@flowright/engine";
import { type SearchCode, type SearchResult, searchFlow } from "../search.ts";

/** Codes of the prover by what the search calls them. */
const CODES: Readonly<Record<string, SearchCode>> = {
  "proof.deadlock": "deadlock",
  "proof.join-never-filled": "deadlock",
  "proof.livelock": "livelock",
  "proof.runs-twice": "lack-of-synchronisation",
  "proof.dead-step": "dead-step",
  "proof.end-twice": "improper-completion",
  "proof.end-stops-work": "improper-completion",
};

/** Findings of which the prover tells every one; where a deadlock or a livelock shows is a matter of telling. */
const ALL_OF: readonly SearchCode[] = ["dead-step"];

/** Findings of which the prover tells those that others follow from. */
const ONE_OF: readonly SearchCode[] = ["lack-of-synchronisation", "improper-completion"];

const NONE: ReadonlySet<string> = new Set();

export interface ComparedProof {
  /** What differs, as lines; empty where both agree. */
  readonly differences: readonly string[];
  /** Whether the prover looked at everything. */
  readonly proved: boolean;
  /** Why the search left something out; null where it looked at everything. */
  readonly left: SearchResult["left"];
}

/**
 * Compares the prover with the search. Where one of them left something unexplored, what it found all the same must not
 * be denied by the other: that is a comparison by half, so such flows are counted apart.
 */
export function compareProof(definition: WorkflowDefinition, states: number): ComparedProof {
  const proof = prove(definition);
  const search = searchFlow(definition, { states });
  const proved = provedBy(proof);
  const searched = new Map(search.findings.map(({ code, nodes }) => [code, new Set(nodes)]));
  const result = { proved: proof.complete, left: search.left };
  const told = (code: SearchCode) =>
    `${code}\n  prover ${textOf(proved.get(code))}\n  search ${textOf(searched.get(code))}`;
  const codes = [...new Set(Object.values(CODES))];
  if (proof.complete && search.complete) {
    const differing = codes.filter((code) => !agree(code, proved.get(code), searched.get(code)));
    return { ...result, differences: differing.map(told) };
  }
  if (!proof.complete && !search.complete) return { ...result, differences: [] };
  const [part, whole] = proof.complete ? [searched, proved] : [proved, searched];
  const denied = codes.filter((code) => part.has(code) && !whole.has(code)).map(told);
  const alive = [...(proof.complete ? (proved.get("dead-step") ?? NONE) : NONE)].filter((node) =>
    search.visited.has(node),
  );
  if (alive.length > 0) denied.push(`dead-step\n  search comes to ${alive.join(" ")}`);
  return { ...result, differences: denied };
}

function provedBy({ findings }: Proof): Map<SearchCode, Set<string>> {
  const proved = new Map<SearchCode, Set<string>>();
  for (const { code, nodes } of findings) {
    const known = CODES[code];
    if (known === undefined) continue;
    const all = proved.get(known) ?? new Set();
    // A finding speaks of other steps, too; a dead one of all that is dead with it.
    for (const node of known === "dead-step" ? nodes : nodes.slice(0, 1)) all.add(node);
    proved.set(known, all);
  }
  return proved;
}

function agree(code: SearchCode, proved = NONE, searched = NONE): boolean {
  if (proved.size > 0 !== searched.size > 0) return false;
  if (ONE_OF.includes(code)) return [...proved].every((node) => searched.has(node));
  return !ALL_OF.includes(code) || textOf(proved) === textOf(searched);
}

function textOf(nodes: ReadonlySet<string> | undefined): string {
  return [...(nodes ?? NONE)].sort().join(" ") || "nothing";
}
