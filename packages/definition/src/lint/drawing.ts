import type { Edge, Node, SubProcess, WorkflowDefinition } from "../generated/workflow.ts";
import { type ScopeVariables, withFields } from "../model/scope-variables.ts";
import type { PlacedNode } from "../model/walk.ts";
import type { Report } from "./report.ts";

/** A line with its ends; an end is null where no step of the scope has that id. */
export interface DrawnEdge {
  readonly edge: Edge;
  readonly path: string;
  readonly source: PlacedNode | null;
  readonly target: PlacedNode | null;
}

/** The process or one sub-process, indexed once for all rules. */
export interface Scope {
  readonly container: SubProcess | null;
  readonly path: string;
  /** Of several steps with one id the first alone, so that its lines are not looked at again for each. */
  readonly nodes: readonly PlacedNode[];
  readonly duplicates: readonly PlacedNode[];
  readonly edges: readonly DrawnEdge[];
  readonly byId: ReadonlyMap<string, PlacedNode>;
  readonly variables: ScopeVariables;
  outgoing(node: Node): readonly DrawnEdge[];
  incoming(node: Node): readonly DrawnEdge[];
}

export interface Drawing {
  readonly definition: WorkflowDefinition;
  /** The process first, each sub-process after the scope that holds it. */
  readonly scopes: readonly Scope[];
  /** Steps of all scopes by id. */
  readonly nodes: ReadonlyMap<string, PlacedNode>;
}

export type Rule = (drawing: Drawing, report: Report) => void;

export function drawingOf(definition: WorkflowDefinition): Drawing {
  const scopes: Scope[] = [];
  const nodes = new Map<string, PlacedNode>();
  const visit = (content: Content, container: SubProcess | null, path: string, outer: ScopeVariables) => {
    // A scope without data of its own shares the outer fields, so that what was checked there holds here too.
    const own = content.variables?.properties;
    const variables = own ? withFields(outer, own) : outer;
    const scope = scopeOf(content, container, path, variables);
    scopes.push(scope);
    for (const placed of scope.nodes) {
      if (!nodes.has(placed.node.id)) nodes.set(placed.node.id, placed);
      if (placed.node.kind === "subProcess") visit(placed.node, placed.node, placed.path, variables);
    }
  };
  visit(definition, null, "", Object.create(null));
  return { definition, scopes, nodes };
}

type Content = Pick<SubProcess, "nodes" | "edges" | "variables">;

function scopeOf(
  content: Content,
  container: SubProcess | null,
  path: string,
  variables: ScopeVariables,
): Scope {
  const byId = new Map<string, PlacedNode>();
  const duplicates: PlacedNode[] = [];
  for (const [index, node] of content.nodes.entries()) {
    const placed = { node, container, path: `${path}/nodes/${index}` };
    if (byId.has(node.id)) duplicates.push(placed);
    else byId.set(node.id, placed);
  }
  const edges = content.edges.map((edge, index) => ({
    edge,
    path: `${path}/edges/${index}`,
    source: byId.get(edge.source) ?? null,
    target: byId.get(edge.target) ?? null,
  }));
  const bySource = Map.groupBy(edges, ({ edge }) => edge.source);
  const byTarget = Map.groupBy(edges, ({ edge }) => edge.target);
  return {
    container,
    path,
    nodes: [...byId.values()],
    duplicates,
    edges,
    byId,
    variables,
    outgoing: (node) => bySource.get(node.id) ?? [],
    incoming: (node) => byTarget.get(node.id) ?? [],
  };
}
