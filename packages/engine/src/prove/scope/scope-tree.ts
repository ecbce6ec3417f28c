import {
  type BoundaryEvent,
  type ContainerNode,
  type Edge,
  isContainer,
  type Node,
  type WorkflowDefinition,
} from "@flowright/definition";

/** The process or what a container holds, indexed. */
export interface ScopeTree {
  readonly container: ContainerNode | null;
  readonly parent: ScopeTree | null;
  /** JSON Pointer of what holds the nodes. */
  readonly path: string;
  /** Nodes by id in the order of the drawing; of several with one id the first. */
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: readonly Edge[];
  /** JSON Pointers of nodes and edges by id. */
  readonly paths: ReadonlyMap<string, string>;
  readonly children: Map<string, ScopeTree>;
  readonly boundaries: ReadonlyMap<string, readonly BoundaryEvent[]>;
  outgoing(id: string): readonly Edge[];
  incoming(id: string): readonly Edge[];
}

/** All scopes, each after the one that holds it. */
export function scopesOf(definition: WorkflowDefinition): ScopeTree[] {
  const scopes = [scopeOf(definition, null, null, "")];
  for (let index = 0; index < scopes.length; index++) {
    const scope = scopes[index];
    if (scope === undefined) break;
    for (const node of scope.nodes.values()) {
      if (!isContainer(node)) continue;
      const child = scopeOf(node, node, scope, scope.paths.get(node.id) ?? "");
      scope.children.set(node.id, child);
      scopes.push(child);
    }
  }
  return scopes;
}

/**
 * The scopes, each before the one that holds it, and what an event sub-process holds before what it may catch from the
 * scopes beside it.
 */
export function insideFirst([root]: readonly ScopeTree[]): ScopeTree[] {
  const ordered: ScopeTree[] = [];
  const open = root ? [root] : [];
  for (let scope = open.pop(); scope; scope = open.pop()) {
    ordered.push(scope);
    const children = [...scope.children.values()];
    const listens = ({ container }: ScopeTree) => container?.kind === "eventSubProcess";
    // In the order that is turned round here, the scope that is taken last comes first.
    open.push(...children.filter(listens), ...children.filter((child) => !listens(child)));
  }
  return ordered.reverse();
}

/** A scope with other nodes and edges in the same place, for what is only tried. */
export function rescoped(scope: ScopeTree, nodes: Node[], edges: readonly Edge[]): ScopeTree {
  const { container, parent, path, children } = scope;
  return { ...scopeOf({ nodes, edges: [...edges] }, container, parent, path), children };
}

function scopeOf(
  content: Pick<WorkflowDefinition, "nodes" | "edges">,
  container: ContainerNode | null,
  parent: ScopeTree | null,
  path: string,
): ScopeTree {
  const nodes = new Map<string, Node>();
  const paths = new Map<string, string>();
  for (const [index, node] of content.nodes.entries()) {
    if (nodes.has(node.id)) continue;
    nodes.set(node.id, node);
    paths.set(node.id, `${path}/nodes/${index}`);
  }
  const edges: Edge[] = [];
  for (const [index, edge] of content.edges.entries()) {
    if (!nodes.has(edge.source) || !nodes.has(edge.target) || paths.has(edge.id)) continue;
    edges.push(edge);
    paths.set(edge.id, `${path}/edges/${index}`);
  }
  const outgoing = Map.groupBy(edges, ({ source }) => source);
  const incoming = Map.groupBy(edges, ({ target }) => target);
  const boundaries = Map.groupBy(
    [...nodes.values()].filter((node) => node.kind === "boundary"),
    ({ attachedTo }) => attachedTo,
  );
  return {
    container,
    parent,
    path,
    nodes,
    edges,
    paths,
    children: new Map(),
    boundaries,
    outgoing: (id) => outgoing.get(id) ?? [],
    incoming: (id) => incoming.get(id) ?? [],
  };
}
