import { Graph, layout } from "@dagrejs/dagre";
import type { Node } from "@flowright/definition";
import type { Container } from "../document/container.ts";
import { labelWidth } from "./label-width.ts";
import { isGateway, type Place, type Size, snapped } from "./size-of.ts";

/**
 * Places for the steps of one container, left to right. Branches keep the order in which they are drawn:
 * the order comes from a walk along the edges as they stand in the document, without the heuristic that
 * would swap siblings to save a crossing. Events on the edge of a step are not placed; their lines count as
 * lines of that step.
 */
export function arranged(
  container: Container,
  sizeOf: (id: string) => Size,
  origin: { readonly x: number; readonly y: number },
): Map<string, Place> {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: 56, ranksep: 56, edgesep: 44, rankalign: "top" });
  graph.setDefaultEdgeLabel(() => ({}));
  // The name of a gateway stands to the left above it.
  const roomFor = new Map(
    container.nodes.map((node) => [node.id, isGateway(node.kind) && node.name !== undefined ? 56 : 0]),
  );
  const named = new Set(container.nodes.filter(hasWordsBelow).map(({ id }) => id));
  const hosts = new Map<string, string>();
  for (const node of container.nodes) {
    if (node.kind === "boundary") hosts.set(node.id, node.attachedTo);
  }
  for (const node of container.nodes) {
    if (node.kind === "boundary") continue;
    const { width, height } = sizeOf(node.id);
    graph.setNode(node.id, { width, height });
  }
  for (const edge of container.edges) {
    const source = hosts.get(edge.source) ?? edge.source;
    if (!graph.hasNode(source) || !graph.hasNode(edge.target) || source === edge.target) continue;
    graph.setEdge(
      source,
      edge.target,
      {
        width: Math.max(
          labelWidth(edge),
          roomFor.get(edge.target) ?? 0,
          named.has(source) && named.has(edge.target) ? BETWEEN_EVENTS : 0,
        ),
        height: 24,
        labelpos: "c",
      },
      edge.id,
    );
  }
  layout(graph, { disableOptimalOrderHeuristic: true });
  const raw: (Place & { id: string })[] = graph.nodes().map((id: string) => {
    const { x, y, width, height } = graph.node(id) as Place;
    return { id, x: x - width / 2, y: y - height / 2, width, height };
  });
  const left = Math.min(...raw.map((place) => place.x), Number.POSITIVE_INFINITY);
  const top = Math.min(...raw.map((place) => place.y), Number.POSITIVE_INFINITY);
  return new Map(
    raw.map(({ id, ...place }) => [
      id,
      snapped({ ...place, x: place.x - left + origin.x, y: place.y - top + origin.y }),
    ]),
  );
}

/** So that the words below two events beside each other do not run into each other. */
const BETWEEN_EVENTS = 56;

/** Events say below them what they are about. */
function hasWordsBelow(node: Node): boolean {
  switch (node.kind) {
    case "start":
      return node.name !== undefined || node.trigger !== undefined;
    case "end":
      return node.name !== undefined || node.result !== undefined;
    default:
      return node.kind === "catch" || node.kind === "throw";
  }
}
