import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { isContainer } from "@flowright/definition";
import type { AddedStep } from "./game/state.ts";

/** The drawing of a case to whose plans steps were added. */
export function withAddedSteps(
  definition: WorkflowDefinition,
  added: readonly AddedStep[],
): WorkflowDefinition {
  const inside = (node: Node): Node => {
    if (!isContainer(node)) return node;
    const own = added.filter(({ plan }) => plan === node.id);
    const edges = own.flatMap(({ node: { id }, after, before }): Edge[] => [
      ...after.map((source) => ({ id: `${source}-${id}`, source, target: id })),
      ...before.map((target) => ({ id: `${id}-${target}`, source: id, target })),
    ]);
    const nodes = [...node.nodes.map(inside), ...own.map((step) => step.node)];
    return { ...node, nodes, edges: [...node.edges, ...edges] };
  };
  return { ...definition, nodes: definition.nodes.map(inside) };
}
