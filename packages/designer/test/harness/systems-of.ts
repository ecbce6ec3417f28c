import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import type { OperationChoice, SystemChoice } from "../../src/model/designer-options.ts";

/** The systems that a flow calls, with the operations, parameters and results that it uses, called as they are named. */
export function systemsOf(flow: WorkflowDefinition): SystemChoice[] {
  const systems = new Map<string, Map<string, { parameters: Set<string>; results: Set<string> }>>();
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (isContainer(node)) visit(node.nodes);
      if (node.kind !== "serviceTask" || !node.call) continue;
      const operations = systems.get(node.call.system) ?? new Map();
      systems.set(node.call.system, operations);
      const one = operations.get(node.call.operation) ?? { parameters: new Set(), results: new Set() };
      operations.set(node.call.operation, one);
      for (const { target } of node.input ?? []) one.parameters.add(target);
      for (const { value } of node.output ?? []) one.results.add(value.replace(/^result\./, ""));
    }
  };
  visit(flow.nodes);
  return [...systems].map(([id, operations]) => ({
    id,
    name: id,
    operations: [...operations].map(
      ([operation, { parameters, results }]): OperationChoice => ({
        id: operation,
        name: operation,
        parameters: [...parameters].map((name) => ({ name, type: "string" })),
        results: [...results].map((name) => ({ name })),
      }),
    ),
  }));
}
