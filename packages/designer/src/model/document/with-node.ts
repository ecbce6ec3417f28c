import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { mapped, withContainer } from "./container.ts";
import { indexOf } from "./index-of.ts";

/** The definition with one node changed, on whatever level it is. */
export function withNode(
  definition: WorkflowDefinition,
  id: string,
  change: (node: Node) => Node,
): WorkflowDefinition {
  const placed = indexOf(definition).nodes.get(id);
  if (!placed) return definition;
  return withContainer(definition, placed.parent?.id ?? null, (container) => ({
    nodes: mapped(container.nodes, (node) => (node.id === id ? change(node) : node)),
    edges: container.edges,
  }));
}

/** The definition with one edge changed, on whatever level it is. */
export function withEdge(
  definition: WorkflowDefinition,
  id: string,
  change: (edge: Edge) => Edge,
): WorkflowDefinition {
  const placed = indexOf(definition).edges.get(id);
  if (!placed) return definition;
  return withContainer(definition, placed.parent?.id ?? null, (container) => ({
    nodes: container.nodes,
    edges: mapped(container.edges, (edge) => (edge.id === id ? change(edge) : edge)),
  }));
}
