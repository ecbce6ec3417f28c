import type { RawFinding } from "../finding/read-findings.ts";
import type { ProofMove } from "../proof.ts";
import type { Exits } from "./exits.ts";

/** What is known of one scope; everything in it is relative to the opening of the scope. */
export interface ScopeProof {
  readonly findings: readonly RawFinding[];
  /** Nodes that are never come to, in the order of the drawing; empty where not everything was explored. */
  readonly dead: readonly string[];
  readonly exits: Exits;
  /** Moves that open each container in it. */
  readonly openings: ReadonlyMap<string, readonly ProofMove[]>;
  /** Moves from the opening to a node; null if no case gets there. */
  readonly movesTo: (node: string) => readonly ProofMove[] | null;
  readonly complete: boolean;
  readonly states: number;
}
