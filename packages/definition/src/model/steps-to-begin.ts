import type { Node, WorkflowDefinition } from "../generated/workflow.ts";
import { isActivity } from "./node-kinds.ts";
import { edgesOf, findNode, nodesOf } from "./walk.ts";

/**
 * Steps at which a case can be made to go on by hand, in the order of the drawing: those of the flow itself, and those
 * in containers where something is under way.
 */
export function stepsToBegin(definition: WorkflowDefinition, active: readonly string[]): Node[] {
  return [...nodesOf(definition)]
    .filter(({ container }) => container === null || active.includes(container.id))
    .map(({ node }) => node)
    .filter((node) => isActivity(node) || node.kind === "end" || isNamedEvent(node));
}

function isNamedEvent({ kind, name }: Node): boolean {
  return (kind === "catch" || kind === "throw") && name !== undefined;
}

/**
 * The step that follows another, so that the case can go on there without it. None where several follow, where a
 * branch would be counted at a join, or where it is a gateway, which needs a decision.
 */
export function stepAfter(
  definition: WorkflowDefinition,
  active: readonly string[],
  step: string,
): string | null {
  const next = [...edgesOf(definition)].filter(({ edge }) => edge.source === step);
  const [only, another] = next;
  if (only === undefined || another !== undefined) return null;
  const { target } = only.edge;
  const node = findNode(definition, target)?.node;
  return node !== undefined && stepsToBegin(definition, active).includes(node) ? target : null;
}
