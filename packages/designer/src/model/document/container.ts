import { type Edge, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";

/** The flow itself or a sub-process: what holds steps and lines. */
export interface Container {
  nodes: Node[];
  edges: Edge[];
}

/**
 * The definition with one container changed; `id` null is the flow itself. Everything that the change does
 * not touch stays the same object.
 */
export function withContainer(
  definition: WorkflowDefinition,
  id: string | null,
  change: (container: Container) => Container,
): WorkflowDefinition {
  if (id === null) {
    const next = change(definition);
    if (next.nodes === definition.nodes && next.edges === definition.edges) return definition;
    return { ...definition, nodes: next.nodes, edges: next.edges };
  }
  const nodes = inside(definition.nodes, id, change);
  return nodes === definition.nodes ? definition : { ...definition, nodes };
}

function inside(nodes: Node[], id: string, change: (container: Container) => Container): Node[] {
  let changed = false;
  const next = nodes.map((node) => {
    if (changed || !isContainer(node)) return node;
    if (node.id === id) {
      const inner = change(node);
      if (inner.nodes === node.nodes && inner.edges === node.edges) return node;
      changed = true;
      return { ...node, nodes: inner.nodes, edges: inner.edges };
    }
    const deeper = inside(node.nodes, id, change);
    if (deeper === node.nodes) return node;
    changed = true;
    return { ...node, nodes: deeper };
  });
  return changed ? next : nodes;
}

/** The definition with every container changed, inner ones first. */
export function withEveryContainer(
  definition: WorkflowDefinition,
  change: (container: Container, id: string | null) => Container,
): WorkflowDefinition {
  const visit = (container: Container, id: string | null): Container => {
    const nodes = mapped(container.nodes, (node) => {
      if (!isContainer(node)) return node;
      const inner = visit(node, node.id);
      return inner.nodes === node.nodes && inner.edges === node.edges
        ? node
        : { ...node, nodes: inner.nodes, edges: inner.edges };
    });
    return change(nodes === container.nodes ? container : { nodes, edges: container.edges }, id);
  };
  const next = visit(definition, null);
  if (next.nodes === definition.nodes && next.edges === definition.edges) return definition;
  return { ...definition, nodes: next.nodes, edges: next.edges };
}

/** `list.map(change)` that gives back the same list when nothing changed. */
export function mapped<T>(list: T[], change: (item: T) => T): T[] {
  let changed = false;
  const next = list.map((item) => {
    const made = change(item);
    if (made !== item) changed = true;
    return made;
  });
  return changed ? next : list;
}

/** `list.filter(keep)` that gives back the same list when nothing was left out. */
export function kept<T>(list: T[], keep: (item: T) => boolean): T[] {
  const next = list.filter(keep);
  return next.length === list.length ? list : next;
}
