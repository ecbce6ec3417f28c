import type { Edge, Node } from "@flowright/definition";
import type { Flow } from "../flow.ts";

/**
 * Whether an end is drawn inside a choice: some choice leads there by one of its ways and not by all of them, or it
 * lies on the way of a boundary event.
 */
export function drawnInsideChoice(flow: Flow, end: string): boolean {
  const place = flow.placeOf(end);
  return place.nodes.some((node) => {
    if (node.kind === "boundary") return flow.leadsTo(node.id, end);
    const ways = waysOf(flow, node);
    const leading = ways.filter((edges) =>
      edges.some(({ target }) => target === end || flow.leadsTo(target, end)),
    );
    return leading.length > 0 && leading.length < ways.length;
  });
}

function waysOf(flow: Flow, node: Node): Edge[][] {
  const edges = flow.outgoing(node.id);
  if (node.kind === "approval") {
    return [...Map.groupBy(edges, ({ outcome }) => outcome).values()];
  }
  const chooses =
    node.kind === "exclusive" ||
    node.kind === "eventBased" ||
    node.kind === "inclusive" ||
    node.kind === "complex";
  return chooses ? edges.map((edge) => [edge]) : [];
}
