import type { Edge, Node } from "@flowright/definition";
import type { Container } from "../document/container.ts";

/** A task of a plan and the lines by which it waits for others. */
export interface PlanTask {
  readonly node: Node;
  readonly waitsFor: readonly Edge[];
}

/** The tasks of a plan, each after all that it waits for, otherwise in the order of the document. */
export function planOrder({ nodes, edges }: Container): PlanTask[] {
  const tasks = nodes.filter(({ kind }) => kind !== "boundary");
  const byId = new Map(tasks.map((node) => [node.id, node]));
  const done = new Set<string>();
  const order: PlanTask[] = [];
  const visit = (node: Node): void => {
    if (done.has(node.id)) return;
    done.add(node.id);
    const waitsFor = edges.filter(({ source, target }) => target === node.id && byId.has(source));
    for (const { source } of waitsFor) {
      const before = byId.get(source);
      if (before) visit(before);
    }
    order.push({ node, waitsFor });
  };
  for (const node of tasks) visit(node);
  return order;
}
