import { type ContainerNode, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { withContainer } from "../document/container.ts";
import { indexOf } from "../document/index-of.ts";
import { placesOf } from "../geometry/places-of.ts";
import type { Behaviour } from "./behaviour.ts";

/**
 * When a sub-process grows, what stands to its right and below moves away by as much; when it is folded,
 * they come back. What was moved in the same step stays where it was put. Inner sub-processes first, because they make
 * the outer ones grow.
 */
export const makeRoom: Behaviour = (before, after) => {
  if (before.nodes === after.nodes) return after;
  let definition = after;
  for (const id of containersDeepestFirst(after)) definition = roomAround(before, definition, id);
  return definition;
};

function roomAround(before: WorkflowDefinition, after: WorkflowDefinition, id: string): WorkflowDefinition {
  const was = placesOf(before).get(id);
  const is = placesOf(after).get(id);
  const placed = indexOf(after).nodes.get(id);
  const earlier = indexOf(before).nodes.get(id)?.node as ContainerNode | undefined;
  if (!was || !is || !placed || !earlier || !placed.node.position) return after;
  // Somebody moved it in the same step: they know where they want it.
  if (was.x !== is.x || was.y !== is.y) return after;
  const folded = (placed.node as ContainerNode).collapsed !== earlier.collapsed;
  const dx = folded ? is.width - was.width : Math.max(0, is.width - was.width);
  // The middle line of the container stays straight when it grows downwards by whole grid steps.
  const dy = folded ? is.height - was.height : Math.max(0, is.height - was.height);
  if (dx === 0 && dy === 0) return after;
  const seen = placesOf(after);
  const earlierPlaces = placesOf(before);
  return withContainer(after, placed.parent?.id ?? null, (container) => ({
    edges: container.edges,
    nodes: container.nodes.map((node): Node => {
      const place = seen.get(node.id);
      if (node.id === id || !node.position || !place) return node;
      const stood = earlierPlaces.get(node.id);
      if (stood && (stood.x !== place.x || stood.y !== place.y)) return node;
      const right = place.x >= was.x + was.width;
      const below = !right && place.y >= was.y + was.height;
      if (right && dx !== 0) return { ...node, position: { ...node.position, x: node.position.x + dx } };
      if (below && dy !== 0) return { ...node, position: { ...node.position, y: node.position.y + dy } };
      return node;
    }),
  }));
}

function containersDeepestFirst(definition: WorkflowDefinition): string[] {
  const ids: string[] = [];
  for (const { node } of indexOf(definition).nodes.values()) if (isContainer(node)) ids.push(node.id);
  return ids.reverse();
}
