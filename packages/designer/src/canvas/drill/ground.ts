import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { mapped } from "../../model/document/container.ts";
import { containerOf, indexOf } from "../../model/document/index-of.ts";
import { withGroupsFolded } from "../../model/group/with-groups-folded.ts";

/** The sub-process that is shown as its own ground, or null for the whole flow; gone with the sub-process. */
export function groundOf(definition: WorkflowDefinition, wanted: string | null): string | null {
  const node = wanted === null ? undefined : indexOf(definition).nodes.get(wanted)?.node;
  return node && isContainer(node) ? node.id : null;
}

/** The sub-processes around an element, outermost first; a ground is in its own chain. */
export function chainTo(definition: WorkflowDefinition, ground: string | null): readonly string[] {
  const { nodes } = indexOf(definition);
  const chain: string[] = [];
  for (let id = ground; id !== null; id = nodes.get(id)?.parent?.id ?? null) chain.unshift(id);
  return chain;
}

/** Whether a step, a line or a group stands inside of a ground. */
export function isOnGround(definition: WorkflowDefinition, id: string, ground: string | null): boolean {
  if (ground === null) return true;
  const { nodes, edges } = indexOf(definition);
  const group = definition.drawing?.groups?.find((each) => each.id === id);
  const parent = nodes.get(id)?.parent ?? edges.get(id)?.parent ?? null;
  return chainTo(definition, group ? (group.in ?? null) : (parent?.id ?? null)).includes(ground);
}

const opened = new WeakMap<WorkflowDefinition, Map<string, WorkflowDefinition>>();

/** The definition with the way to a ground open, however it is folded in the document. */
export function openedTo(definition: WorkflowDefinition, ground: string | null): WorkflowDefinition {
  if (ground === null) return definition;
  const known = opened.get(definition) ?? new Map<string, WorkflowDefinition>();
  opened.set(definition, known);
  const made = known.get(ground) ?? unfolded(definition, new Set(chainTo(definition, ground)));
  known.set(ground, made);
  return made;
}

function unfolded(definition: WorkflowDefinition, ids: ReadonlySet<string>): WorkflowDefinition {
  const visit = (nodes: Node[]): Node[] =>
    mapped(nodes, (node) => {
      if (!ids.has(node.id) || !isContainer(node)) return node;
      const inner = visit(node.nodes);
      return inner === node.nodes && !node.collapsed ? node : { ...node, nodes: inner, collapsed: false };
    });
  const nodes = visit(definition.nodes);
  return nodes === definition.nodes ? definition : { ...definition, nodes };
}

/** The definition as it is drawn: the ground open, folded groups as one card each. */
export function drawnOf(definition: WorkflowDefinition, ground: string | null): WorkflowDefinition {
  return withGroupsFolded(openedTo(definition, ground));
}

/** The steps and lines that stand directly on a ground. */
export function everythingOn(definition: WorkflowDefinition, ground: string | null): readonly string[] {
  const around = containerOf(definition, ground) ?? definition;
  return [...around.nodes, ...around.edges].map(({ id }) => id);
}
