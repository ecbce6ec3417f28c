import type { BoundaryEvent, Edge, EventSubProcess, Node, WorkflowDefinition } from "@flowright/definition";
import { isContainer } from "@flowright/definition";

/** The process, or what one container holds, with its lines by node. */
export interface Place {
  /** Id of the container; the empty text for the process. */
  readonly id: string;
  /** The container; null for the process. */
  readonly container: Node | null;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** The names that are declared here, with their fields. */
  readonly fields: NonNullable<WorkflowDefinition["variables"]>["properties"];
}

/** A definition as places to look things up in, by scanning. */
export class Flow {
  readonly definition: WorkflowDefinition;
  readonly places = new Map<string, Place>();
  readonly #nodes = new Map<string, { node: Node; place: Place }>();
  readonly #edges = new Map<string, Edge>();

  constructor(definition: WorkflowDefinition) {
    this.definition = definition;
    this.#add("", null, definition);
  }

  #add(
    id: string,
    container: Node | null,
    content: Pick<WorkflowDefinition, "nodes" | "edges" | "variables">,
  ) {
    const { nodes, edges, variables } = content;
    const place: Place = { id, container, nodes, edges, fields: variables?.properties ?? {} };
    this.places.set(id, place);
    for (const edge of edges) this.#edges.set(edge.id, edge);
    for (const node of nodes) {
      this.#nodes.set(node.id, { node, place });
      if (isContainer(node)) this.#add(node.id, node, node);
    }
  }

  node(id: string): Node {
    return found(this.#nodes.get(id), id).node;
  }

  edge(id: string): Edge {
    return found(this.#edges.get(id), id);
  }

  /** The place that a node is drawn in. */
  placeOf(id: string): Place {
    return found(this.#nodes.get(id), id).place;
  }

  /** What a container holds; the empty text is the process. */
  place(id: string): Place {
    return found(this.places.get(id), id);
  }

  outgoing(id: string): Edge[] {
    return this.placeOf(id).edges.filter((edge) => edge.source === id);
  }

  incoming(id: string): Edge[] {
    return this.placeOf(id).edges.filter((edge) => edge.target === id);
  }

  /** Boundary events of a node, in the order of the drawing. */
  boundaries(id: string): BoundaryEvent[] {
    return this.placeOf(id).nodes.filter(
      (node): node is BoundaryEvent => node.kind === "boundary" && node.attachedTo === id,
    );
  }

  eventSubProcesses(place: Place): EventSubProcess[] {
    return place.nodes.filter((node) => node.kind === "eventSubProcess");
  }

  /** The start event of a container. */
  startIn(place: Place): Extract<Node, { kind: "start" }> | undefined {
    return place.nodes.find((node) => node.kind === "start");
  }

  /** Whether tokens are counted here by the edge that they come by. */
  isJoin(id: string): boolean {
    const { kind } = this.node(id);
    if (kind === "complex") return true;
    return (kind === "parallel" || kind === "inclusive") && this.incoming(id).length > 1;
  }

  /** The catching link of the same name in the same place. */
  linkTarget(id: string): Node | undefined {
    const node = this.node(id);
    if (node.kind !== "throw" || node.event.type !== "link") return undefined;
    const { name } = node.event;
    return this.placeOf(id).nodes.find(
      (other) => other.kind === "catch" && other.event.type === "link" && other.event.name === name,
    );
  }

  /**
   * The edges that a token at a node can still come by, on paths that do not pass the node `without`. One that is on
   * its way `along` an edge comes by that and by what follows.
   */
  edgesAhead(from: string, without: string | null, along?: string): Set<string> {
    if (along !== undefined) {
      const { target } = this.edge(along);
      return new Set([along, ...(target === without ? [] : this.edgesAhead(target, without))]);
    }
    const edges = new Set<string>();
    const seen = new Set([from]);
    const open = [from];
    const visit = (id: string) => {
      if (id === without || seen.has(id)) return;
      seen.add(id);
      open.push(id);
    };
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const edge of this.outgoing(id)) {
        edges.add(edge.id);
        visit(edge.target);
      }
      for (const boundary of this.boundaries(id))
        if (boundary.event.type !== "compensation") visit(boundary.id);
      const link = this.linkTarget(id);
      if (link) visit(link.id);
    }
    return edges;
  }

  /** Whether a path of edges leads from one node to another. */
  leadsTo(from: string, to: string): boolean {
    return [...this.edgesAhead(from, null)].some((edge) => this.edge(edge).target === to);
  }
}

function found<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`There is no ${id}`);
  return value;
}
