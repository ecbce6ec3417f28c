import type { Problem } from "@flowright/definition";

/**
 * One move of a counter-example. Moves are played in order; what needs no move (splits, joins, scripts, ends) happens
 * by itself. A move at a place that nothing stands at any more is passed over.
 */
export type ProofMove =
  /** The case begins at this start event. */
  | { readonly do: "start"; readonly node: string }
  /** The step is done: its task, job, call or decision; `outcome` is that of an approval. */
  | { readonly do: "complete"; readonly node: string; readonly outcome?: "approved" | "rejected" }
  /** The choice sends the case on by these edges the next time that it is asked. */
  | { readonly do: "take"; readonly node: string; readonly edges: readonly string[] }
  /**
   * What the event waits for happens: `node` is a boundary event, a catch event, a receive task, or the start of an
   * event sub-process. An error is thrown by the work that the event watches over.
   */
  | {
      readonly do: "timer" | "message" | "signal" | "condition" | "error" | "escalation" | "cancel";
      readonly node: string;
    };

/** Where tokens stand: steps that are under way, and joins that count some, with the edges that they came by. */
export interface ProofMarking {
  readonly tokens: readonly { readonly node: string; readonly count: number }[];
  readonly joins: readonly { readonly node: string; readonly edge: string; readonly count: number }[];
}

/** An edit that mends a finding; it was tried on a copy, and the finding was gone. */
export type ProofRepair =
  | {
      readonly kind: "replace-kind";
      readonly node: string;
      readonly to: "exclusive" | "parallel" | "inclusive";
    }
  /** A gateway of this kind in front of the step takes over all edges that lead to it. */
  | { readonly kind: "insert-join"; readonly before: string; readonly to: "parallel" | "inclusive" }
  | { readonly kind: "set-default"; readonly edge: string };

export interface ProofFinding extends Problem {
  /** All steps that the finding speaks of, the one of `node` first. */
  readonly nodes: readonly string[];
  /** The way there, from the start of the case; empty where none is needed. */
  readonly moves: readonly ProofMove[];
  /** What the moves lead to; absent where the finding is no state. */
  readonly marking?: ProofMarking;
  readonly repair?: ProofRepair;
}

export interface Proof {
  readonly findings: readonly ProofFinding[];
  /** False where something was left unexplored: then what was found holds, but there may be more. */
  readonly complete: boolean;
  /** States that were looked at after the reductions. */
  readonly states: number;
}

export interface ProveOptions {
  /** Most states in all (default 20,000). */
  readonly states?: number;
  /** How many people hold each role; a role that is not named has none. Absent: not looked at. */
  readonly roles?: { readonly [role: string]: number };
}
