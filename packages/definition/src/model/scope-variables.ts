import type { Field, Node, WorkflowDefinition } from "../generated/workflow.ts";

/** The fields that a step sees, by name: the case's and those of every sub-process around it; inner ones win. */
export type ScopeVariables = { readonly [name: string]: Field };

/** The fields in sight of a step; for an unknown id those of the case. */
export function scopeVariables(definition: WorkflowDefinition, nodeId: string): ScopeVariables {
  const around = containersAround(definition.nodes, nodeId) ?? [];
  return around.reduce(
    (outer, container) => withFields(outer, container.variables?.properties),
    withFields(Object.create(null), definition.variables?.properties),
  );
}

/** Scope variables with more fields in front; without a prototype, so that no inherited name is a field. */
export function withFields(outer: ScopeVariables, fields: ScopeVariables | undefined): ScopeVariables {
  return Object.assign(Object.create(null), outer, fields);
}

function containersAround(
  nodes: readonly Node[],
  nodeId: string,
): Extract<Node, { kind: "subProcess" }>[] | null {
  for (const node of nodes) {
    if (node.id === nodeId) return [];
    if (node.kind !== "subProcess") continue;
    const inner = containersAround(node.nodes, nodeId);
    if (inner) return [node, ...inner];
  }
  return null;
}
