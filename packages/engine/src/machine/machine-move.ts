import type { EdgeProgram, NodeProgram } from "../program/program.ts";

/** What a machine tells the coordinator, in order, for one event. */
export type MachineMove =
  /** Leaves a node that waited: everything that it still holds open closes. */
  | { readonly kind: "close"; readonly node: NodeProgram }
  | { readonly kind: "take"; readonly edge: EdgeProgram }
  /** A choice was entered, and was passed. */
  | { readonly kind: "pass" | "passed"; readonly node: NodeProgram }
  /** A node was entered: it opens, begins at once, splits, joins or ends. */
  | { readonly kind: "open" | "begin" | "split" | "arrive" | "finish"; readonly node: NodeProgram }
  /** The token goes on by several edges, without a gateway. */
  | { readonly kind: "fork"; readonly edges: readonly EdgeProgram[] }
  /** The token ends where it is, since no edge leaves. */
  | { readonly kind: "drain"; readonly node: NodeProgram }
  /** No edge leaves for this outcome. */
  | { readonly kind: "stuck"; readonly node: NodeProgram }
  /** A non-interrupting boundary event begins beside its host. */
  | { readonly kind: "spawn"; readonly node: NodeProgram };

export interface Movement {
  readonly moves: readonly MachineMove[];
  /** Where the token stands afterwards. */
  readonly at: NodeProgram;
}
