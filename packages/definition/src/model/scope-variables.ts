import type { Node, WorkflowDefinition } from "../generated/workflow.ts";
import { withLoopFields } from "./loop-fields.ts";
import { isContainer } from "./node-kinds.ts";
import { type ScopeVariables, withFields } from "./with-fields.ts";

/** The fields in sight of a step; for an unknown id those of the case. */
export function scopeVariables(definition: WorkflowDefinition, nodeId: string): ScopeVariables {
  const around = pathTo(definition.nodes, nodeId) ?? [];
  return around.reduce(
    (outer, node) => {
      const round = withLoopFields(outer, node);
      return isContainer(node) && node.id !== nodeId ? withFields(round, node.variables?.properties) : round;
    },
    withFields(Object.create(null), definition.variables?.properties),
  );
}

/** The containers around a step, outermost first, then the step itself. */
function pathTo(nodes: readonly Node[], nodeId: string): Node[] | null {
  for (const node of nodes) {
    if (node.id === nodeId) return [node];
    if (!isContainer(node)) continue;
    const inner = pathTo(node.nodes, nodeId);
    if (inner) return [node, ...inner];
  }
  return null;
}
