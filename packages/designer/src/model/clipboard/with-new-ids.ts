import { type Edge, isContainer, type Node } from "@flowright/definition";
import type { Clipping } from "./clipping.ts";

/** Copied steps under ids of their own, and which id became which. */
export interface Renamed extends Clipping {
  readonly ids: ReadonlyMap<string, string>;
}

/** A copy of steps under new ids, what is inside blocks too; only lines among them and open lines are in it. */
export function withNewIds(clipping: Clipping, newId: (prefix: string) => string): Renamed {
  const ids = new Map<string, string>();
  const nodes = attached(
    clipping.nodes.map((node) => renamed(node, newId, ids)),
    ids,
  );
  const open = (clipping.open ?? []).flatMap((line) => {
    const source = ids.get(line.source);
    return source ? [{ ...line, id: newId("edge"), source }] : [];
  });
  return { nodes, edges: reconnected(clipping.edges, newId, ids), open, ids };
}

function renamed(node: Node, newId: (prefix: string) => string, ids: Map<string, string>): Node {
  const id = newId(node.kind);
  ids.set(node.id, id);
  if (!isContainer(node)) return { ...node, id };
  const nodes = node.nodes.map((inner) => renamed(inner, newId, ids));
  return { ...node, id, nodes: attached(nodes, ids), edges: reconnected(node.edges, newId, ids) };
}

function attached(nodes: readonly Node[], ids: ReadonlyMap<string, string>): Node[] {
  return nodes.map((node) =>
    node.kind === "boundary" ? { ...node, attachedTo: ids.get(node.attachedTo) ?? "" } : node,
  );
}

function reconnected(
  edges: readonly Edge[],
  newId: (prefix: string) => string,
  ids: ReadonlyMap<string, string>,
): Edge[] {
  return edges.flatMap((edge) => {
    const source = ids.get(edge.source);
    const target = ids.get(edge.target);
    return source && target ? [{ ...edge, id: newId("edge"), source, target }] : [];
  });
}
