import type { Edge, Node, WorkflowDefinition } from "../generated/workflow.ts";
import { type ContainerNode, isContainer } from "./node-kinds.ts";

/** A step and where it stands. */
export interface PlacedNode {
  readonly node: Node;
  /** The container that holds it; null at the top. */
  readonly container: ContainerNode | null;
  /** JSON Pointer into the definition. */
  readonly path: string;
}

/** A line and where it is drawn. */
export interface PlacedEdge {
  readonly edge: Edge;
  readonly container: ContainerNode | null;
  readonly path: string;
}

type Container = Pick<WorkflowDefinition, "nodes" | "edges">;

/** All steps on all levels, each container before what it holds. */
export function* nodesOf(definition: Container): Generator<PlacedNode, void, undefined> {
  yield* nodesIn(definition, null, "");
}

function* nodesIn(
  scope: Container,
  container: ContainerNode | null,
  path: string,
): Generator<PlacedNode, void, undefined> {
  for (const [index, node] of scope.nodes.entries()) {
    const nodePath = `${path}/nodes/${index}`;
    yield { node, container, path: nodePath };
    if (isContainer(node)) yield* nodesIn(node, node, nodePath);
  }
}

/** All lines on all levels, those of the process first. */
export function* edgesOf(definition: Container): Generator<PlacedEdge, void, undefined> {
  yield* edgesIn(definition, null, "");
  for (const { node, path } of nodesOf(definition)) {
    if (isContainer(node)) yield* edgesIn(node, node, path);
  }
}

function* edgesIn(
  scope: Container,
  container: ContainerNode | null,
  path: string,
): Generator<PlacedEdge, void, undefined> {
  for (const [index, edge] of scope.edges.entries()) {
    yield { edge, container, path: `${path}/edges/${index}` };
  }
}

/** The step with an id, on whatever level; null if there is none. */
export function findNode(definition: Container, id: string): PlacedNode | null {
  for (const placed of nodesOf(definition)) if (placed.node.id === id) return placed;
  return null;
}
