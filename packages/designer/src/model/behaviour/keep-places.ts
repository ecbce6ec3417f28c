import type { Node, WorkflowDefinition } from "@flowright/definition";
import { type Container, mapped, withEveryContainer } from "../document/container.ts";
import { containerOf } from "../document/index-of.ts";
import { placesOf } from "../geometry/places-of.ts";
import type { Behaviour } from "./behaviour.ts";

/**
 * A flow without coordinates is arranged when it is shown. As soon as someone changes its shape, the places
 * that they saw are written down, so that nothing jumps under their hands.
 */
export const keepPlaces: Behaviour = (before, after) =>
  withEveryContainer(after, (container, id) => {
    if (!changesShape(before, container, id)) return container;
    if (!container.nodes.some((node) => !node.position && node.kind !== "boundary")) return container;
    const seen = placesOf(before);
    const nodes = mapped(container.nodes, (node): Node => {
      if (node.position || node.kind === "boundary") return node;
      const place = seen.get(node.id) ?? placesOf(after).get(node.id);
      return place ? { ...node, position: { x: place.x, y: place.y } } : node;
    });
    return { nodes, edges: container.edges };
  });

function changesShape(before: WorkflowDefinition, container: Container, id: string | null): boolean {
  const earlier = containerOf(before, id);
  if (!earlier) return false;
  if (earlier.nodes === container.nodes && earlier.edges === container.edges) return false;
  if (earlier.nodes.length !== container.nodes.length || earlier.edges.length !== container.edges.length) {
    return true;
  }
  return (
    container.nodes.some((node, at) => {
      const was = earlier.nodes[at];
      return was?.id !== node.id || was.kind !== node.kind || was.position !== node.position;
    }) ||
    container.edges.some((edge, at) => {
      const was = earlier.edges[at];
      return was?.source !== edge.source || was.target !== edge.target;
    })
  );
}
