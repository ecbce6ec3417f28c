import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../document/index-of.ts";
import { placesOf } from "../geometry/places-of.ts";

export type Direction = "next" | "previous" | "up" | "down";

/**
 * The step that an arrow key leads to. Right and left walk along the lines (into the first branch, back on
 * the first way in; an event on an edge goes back to its step); up and down go to the sibling above or below, down
 * from a block into it, and at the borders of a block out of it.
 */
export function neighbourOf(definition: WorkflowDefinition, id: string, direction: Direction): string | null {
  const index = indexOf(definition);
  const placed = index.nodes.get(id);
  if (!placed) return null;
  if (direction === "next") {
    const onward = index.outgoing.get(id)?.[0]?.target;
    if (onward !== undefined) return onward;
    // Inside a sub-process the way on from its end is the way on from the sub-process.
    return placed.parent ? neighbourOf(definition, placed.parent.id, "next") : beside(definition, id, 1);
  }
  if (direction === "previous") {
    if (placed.node.kind === "boundary") return placed.node.attachedTo;
    return index.incoming.get(id)?.[0]?.source ?? placed.parent?.id ?? beside(definition, id, -1);
  }
  // What is in a block stands below its head.
  const inside = direction === "down" ? firstInside(placed.node) : null;
  return inside ?? nearest(definition, id, direction);
}

function firstInside(node: Node): string | null {
  if (!isContainer(node) || node.collapsed) return null;
  return (node.nodes.find(({ kind }) => kind === "start") ?? node.nodes[0])?.id ?? null;
}

function beside(definition: WorkflowDefinition, id: string, by: 1 | -1): string | null {
  const order = readingOrder(definition);
  return order[order.indexOf(id) + by] ?? null;
}

function nearest(definition: WorkflowDefinition, id: string, direction: "up" | "down"): string | null {
  const index = indexOf(definition);
  const places = placesOf(definition);
  const from = places.get(id);
  const placed = index.nodes.get(id);
  if (!from || !placed) return null;
  const siblings = (placed.parent ?? definition).nodes;
  let best: { id: string; distance: number } | null = null;
  for (const node of siblings) {
    const to = places.get(node.id);
    if (!to || node.id === id) continue;
    const dy = to.y + to.height / 2 - (from.y + from.height / 2);
    if (direction === "up" ? dy >= 0 : dy <= 0) continue;
    const dx = Math.abs(to.x + to.width / 2 - (from.x + from.width / 2));
    const distance = Math.abs(dy) + dx * 2;
    if (!best || distance < best.distance) best = { id: node.id, distance };
  }
  if (best) return best.id;
  // Above everything in a block is its head; below everything in it what stands below the block.
  if (!placed.parent) return null;
  return direction === "up" ? placed.parent.id : nearest(definition, placed.parent.id, "down");
}

/** All steps in reading order: from the left, then from the top; what is inside a sub-process follows it. */
export function readingOrder(definition: WorkflowDefinition): string[] {
  const places = placesOf(definition);
  const visit = (nodes: WorkflowDefinition["nodes"]): string[] =>
    [...nodes]
      .sort((a, b) => {
        const first = places.get(a.id);
        const second = places.get(b.id);
        return (first?.x ?? 0) - (second?.x ?? 0) || (first?.y ?? 0) - (second?.y ?? 0);
      })
      .flatMap((node) => [node.id, ...(isContainer(node) && !node.collapsed ? visit(node.nodes) : [])]);
  return visit(definition.nodes);
}
