import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";

/** A flow whose calls go to other systems: id in the template → id in the workspace. Others stay as they are. */
export function withSystems(
  definition: WorkflowDefinition,
  chosen: { readonly [system: string]: string },
): WorkflowDefinition {
  return { ...definition, nodes: definition.nodes.map((node) => calling(node, chosen)) };
}

function calling(node: Node, chosen: { readonly [system: string]: string }): Node {
  if (isContainer(node)) return { ...node, nodes: node.nodes.map((inside) => calling(inside, chosen)) };
  if (node.kind !== "serviceTask" || node.call === undefined) return node;
  const system = Object.hasOwn(chosen, node.call.system) ? chosen[node.call.system] : undefined;
  return system === undefined ? node : { ...node, call: { ...node.call, system } };
}

/** The operations of each system that flows call, by the system's id. */
export function operationsCalled(
  definitions: readonly WorkflowDefinition[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const called = new Map<string, Set<string>>();
  const look = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (isContainer(node)) look(node.nodes);
      if (node.kind !== "serviceTask" || node.call === undefined) continue;
      const { system, operation } = node.call;
      called.set(system, (called.get(system) ?? new Set()).add(operation));
    }
  };
  for (const { nodes } of definitions) look(nodes);
  return called;
}
