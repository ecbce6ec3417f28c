import type { WorkflowDefinition } from "@flowright/definition";
import { prove } from "@flowright/engine";
import { type SearchCode, searchFlow } from "../search.ts";

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
  /** Both looked at everything. */
  readonly complete: boolean;
}

/**
 * Compares the prover with the search. Where one of them left something unexplored, nothing can be said but that what
 * the other has proved cannot be contradicted, so such flows are counted apart.
 */
export function compareProof(definition: WorkflowDefinition, states: number): ComparedProof {
  const proof = prove(definition);
  const search = searchFlow(definition, { states });
  if (!proof.complete || !search.complete) return { differences: [], complete: false };
  const proved = new Map<SearchCode, Set<string>>();
  for (const { code, nodes } of proof.findings) {
    const known = CODES[code];
    if (known === undefined) continue;
    const all = proved.get(known) ?? new Set();
    // A finding speaks of other steps, too; a dead one of all that is dead with it.
    for (const node of known === "dead-step" ? nodes : nodes.slice(0, 1)) all.add(node);
    proved.set(known, all);
  }
  const searched = new Map(search.findings.map(({ code, nodes }) => [code, new Set(nodes)]));
  const differences = [...new Set(Object.values(CODES))].flatMap((code) => {
    const [one, other] = [proved.get(code), searched.get(code)];
    return agree(code, one, other) ? [] : [`${code}\n  prover ${textOf(one)}\n  search ${textOf(other)}`];
  });
  return { differences, complete: true };
}

function agree(code: SearchCode, proved = NONE, searched = NONE): boolean {
  if (proved.size > 0 !== searched.size > 0) return false;
  if (ONE_OF.includes(code)) return [...proved].every((node) => searched.has(node));
  return !ALL_OF.includes(code) || textOf(proved) === textOf(searched);
}

function textOf(nodes: ReadonlySet<string> | undefined): string {
  return [...(nodes ?? NONE)].sort().join(" ") || "nothing";
}
