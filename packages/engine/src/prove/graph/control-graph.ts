import type { Content } from "./content.ts";

/**
 * A scope as a graph of nothing but splits and joins; the steps stand on the edges between them. An edge is a place of
 * the Petri net in the sense of van der Aalst's workflow nets, a node is its transitions.
 */
export interface ControlGraph {
  readonly nodes: Set<ControlNode>;
  /** Where the one token of the beginning stands. */
  readonly origin: ControlEdge;
}

export type ControlType =
  /** The beginning; or edges that nothing ever comes by. */
  | "source"
  | "merge"
  | "join"
  | "inclusive-join"
  | "complex-join"
  | "choice"
  | "fork"
  | "several"
  /** All that ends; takes every token. */
  | "sink"
  /** Ends the whole scope at once. What follows it is drawn, and never come to. */
  | "halt"
  /** Says that a scope cannot be done any more; takes every token. */
  | "doom"
  /** A token never gets on from here, though lines may be drawn. */
  | "stuck";

export interface ControlNode {
  readonly type: ControlType;
  /** The node of the drawing that it belongs to. */
  readonly owner: string | null;
  ins: ControlEdge[];
  outs: ControlEdge[];
  /** Of a choice: ways by which the scope ends, left out of the graph. */
  exits: Content[];
  /** Of a `several`: whether none of the open edges may be enough. */
  readonly least?: 0 | 1;
  /** Of a `several`: sets of edges, by id, that the data allow; null for all. */
  readonly allowed?: readonly ReadonlySet<string>[] | null;
  readonly halt?: Halt;
  /** Of a `doom`: the path of the scope, and whether it is this one. */
  readonly dooms?: { readonly path: string; readonly own: boolean };
  readonly complex?: ComplexNeed;
}

export interface Halt {
  readonly kind: "terminate" | "error" | "escalation" | "cancel" | "failed" | "caught";
  readonly code?: string;
  /** Whether other work that it ends is worth a warning. */
  readonly suspicious: boolean;
}

export interface ComplexNeed {
  /** Whether the need is met by so many arrived edges of all; null where the data decide. */
  met(arrived: number, all: number): boolean | null;
  readonly cancels: boolean;
}

export interface ControlEdge {
  from: ControlNode;
  to: ControlNode;
  content: Content;
  /** Of a `several`: taken always, if anything is chosen or only otherwise. */
  readonly mode?: "always" | "open" | "rest";
  /** Id of the edge in the drawing that a `take` names. */
  readonly take?: string | undefined;
  /** Ids of the edges in the drawing by which it comes to its target. */
  drawn: readonly string[];
}

export function controlNode(
  type: ControlType,
  owner: string | null,
  more: Partial<Omit<ControlNode, "type" | "owner" | "ins" | "outs">> = {},
): ControlNode {
  return { type, owner, ins: [], outs: [], exits: [], ...more };
}

export function connect(
  from: ControlNode,
  to: ControlNode,
  content: Content,
  more: Partial<Pick<ControlEdge, "mode" | "take" | "drawn">> = {},
): ControlEdge {
  const edge: ControlEdge = { from, to, content, drawn: [], ...more };
  from.outs.push(edge);
  to.ins.push(edge);
  return edge;
}

/** Takes an edge out of the graph. */
export function disconnect(edge: ControlEdge): void {
  remove(edge.from.outs, edge);
  remove(edge.to.ins, edge);
}

export function remove<T>(list: T[], entry: T): void {
  const at = list.indexOf(entry);
  if (at >= 0) list.splice(at, 1);
}

/** `edge` goes on over the only out-edge of its target, which is taken out of the graph. */
export function extend(graph: ControlGraph, edge: ControlEdge, by: Content): void {
  const { to } = edge;
  const [next] = to.outs;
  if (next === undefined) return;
  edge.content.push(...by, ...next.content);
  graph.nodes.delete(to);
  edge.to = next.to;
  edge.drawn = next.drawn;
  next.to.ins[next.to.ins.indexOf(next)] = edge;
}
