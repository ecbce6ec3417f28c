import type { CaseData, Edge, Node, WorkflowDefinition } from "../generated/workflow.ts";
import { withLoopFields } from "../model/loop-fields.ts";
import { type ContainerNode, isContainer } from "../model/node-kinds.ts";
import type { PlacedNode } from "../model/walk.ts";
import { type ScopeVariables, withFields } from "../model/with-fields.ts";
import type { Report } from "./report.ts";

/** A line with its ends; an end is null where no step of the scope has that id. */
export interface DrawnEdge {
  readonly edge: Edge;
  readonly path: string;
  readonly source: PlacedNode | null;
  readonly target: PlacedNode | null;
}

/** What is known of the world around a definition; what is left out is not checked. */
export interface KnownReferences {
  /** Ids of the flows that can be called. */
  readonly flows?: readonly string[] | undefined;
  /** Ids of the decisions of the workspace. */
  readonly decisions?: readonly string[] | undefined;
}

/** The process or one container, indexed once for all rules. */
export interface Scope {
  readonly container: ContainerNode | null;
  /** The scope that holds the container. */
  readonly outer: Scope | null;
  readonly path: string;
  /** Of several steps with one id the first alone, so that its lines are not looked at again for each. */
  readonly nodes: readonly PlacedNode[];
  readonly duplicates: readonly PlacedNode[];
  readonly edges: readonly DrawnEdge[];
  readonly byId: ReadonlyMap<string, PlacedNode>;
  readonly variables: ScopeVariables;
  /** What a step of the scope sees: beside the scope's fields the item and number of its round. */
  variablesAt(node: Node): ScopeVariables;
  outgoing(node: Node): readonly DrawnEdge[];
  incoming(node: Node): readonly DrawnEdge[];
}

export interface Drawing {
  readonly definition: WorkflowDefinition;
  /** The process first, each sub-process after the scope that holds it. */
  readonly scopes: readonly Scope[];
  /** Steps of all scopes by id. */
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  readonly known: KnownReferences;
}

export type Rule = (drawing: Drawing, report: Report) => void;

export function drawingOf(definition: WorkflowDefinition, known: KnownReferences): Drawing {
  const scopes: Scope[] = [];
  const nodes = new Map<string, PlacedNode>();
  const visit = (content: Content, outer: Scope | null, container: ContainerNode | null, path: string) => {
    // A scope without data of its own shares the outer fields, so that what was checked there holds here too.
    const around = outer && container ? outer.variablesAt(container) : Object.create(null);
    const own = content.variables?.properties;
    const variables = own ? withFields(around, own) : around;
    const scope = scopeOf(content, outer, container, path, variables);
    scopes.push(scope);
    for (const placed of scope.nodes) {
      if (!nodes.has(placed.node.id)) nodes.set(placed.node.id, placed);
      if (isContainer(placed.node)) visit(placed.node, scope, placed.node, placed.path);
    }
  };
  visit(definition, null, null, "");
  return { definition, scopes, nodes, known };
}

interface Content {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly variables?: CaseData;
}

function scopeOf(
  content: Content,
  outer: Scope | null,
  container: ContainerNode | null,
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
    outer,
    path,
    nodes: [...byId.values()],
    duplicates,
    edges,
    byId,
    variables,
    variablesAt: kept((node) => withLoopFields(variables, node)),
    outgoing: (node) => bySource.get(node.id) ?? [],
    incoming: (node) => byTarget.get(node.id) ?? [],
  };
}

/** Gives the same object for the same step again, so that checks can be kept by it. */
function kept(work: (node: Node) => ScopeVariables): (node: Node) => ScopeVariables {
  const known = new Map<Node, ScopeVariables>();
  return (node) => {
    const made = known.get(node) ?? work(node);
    known.set(node, made);
    return made;
  };
}
