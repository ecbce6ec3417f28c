import {
  type ContainerNode,
  type Edge,
  isContainer,
  type Node,
  type WorkflowDefinition,
} from "@flowright/definition";
import type { Container } from "./container.ts";

export interface PlacedNode {
  readonly node: Node;
  /** The sub-process around it, or null for the flow itself. */
  readonly parent: ContainerNode | null;
  /** JSON Pointer, e.g. `/nodes/3`. */
  readonly path: string;
}

export interface PlacedEdge {
  readonly edge: Edge;
  readonly parent: ContainerNode | null;
  readonly path: string;
}

/** Look-ups over a whole definition, all levels. */
export interface DocumentIndex {
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  readonly edges: ReadonlyMap<string, PlacedEdge>;
  /** Edges by source and by target, in document order (the order of branches). */
  readonly outgoing: ReadonlyMap<string, readonly Edge[]>;
  readonly incoming: ReadonlyMap<string, readonly Edge[]>;
  /** Boundary events by the step that they are attached to. */
  readonly boundaries: ReadonlyMap<string, readonly Node[]>;
}

const known = new WeakMap<WorkflowDefinition, DocumentIndex>();

/** The index of a definition, made once per definition. */
export function indexOf(definition: WorkflowDefinition): DocumentIndex {
  const existing = known.get(definition);
  if (existing) return existing;
  const nodes = new Map<string, PlacedNode>();
  const edges = new Map<string, PlacedEdge>();
  const outgoing = new Map<string, Edge[]>();
  const incoming = new Map<string, Edge[]>();
  const boundaries = new Map<string, Node[]>();
  const visit = (container: Container, parent: ContainerNode | null, path: string): void => {
    container.nodes.forEach((node, at) => {
      nodes.set(node.id, { node, parent, path: `${path}/nodes/${at}` });
      if (node.kind === "boundary") listed(boundaries, node.attachedTo).push(node);
      if (isContainer(node)) visit(node, node, `${path}/nodes/${at}`);
    });
    container.edges.forEach((edge, at) => {
      edges.set(edge.id, { edge, parent, path: `${path}/edges/${at}` });
      listed(outgoing, edge.source).push(edge);
      listed(incoming, edge.target).push(edge);
    });
  };
  visit(definition, null, "");
  const index = { nodes, edges, outgoing, incoming, boundaries };
  known.set(definition, index);
  return index;
}

function listed<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key);
  if (list) return list;
  const made: T[] = [];
  map.set(key, made);
  return made;
}

/** The container with this id (null: the flow itself), or null if there is none. */
export function containerOf(definition: WorkflowDefinition, id: string | null): Container | null {
  if (id === null) return definition;
  const node = indexOf(definition).nodes.get(id)?.node;
  return node && isContainer(node) ? node : null;
}
