import { kept, withEveryContainer } from "../document/container.ts";
import type { Behaviour } from "./behaviour.ts";

/** When a step goes, its lines and the events on its edge go with it. */
export const removeOrphans: Behaviour = (before, after) => {
  if (before.nodes === after.nodes && before.edges === after.edges) return after;
  return withEveryContainer(after, (container) => {
    const present = new Set(container.nodes.map((node) => node.id));
    const nodes = kept(container.nodes, (node) => node.kind !== "boundary" || present.has(node.attachedTo));
    const left = nodes === container.nodes ? present : new Set(nodes.map((node) => node.id));
    const edges = kept(container.edges, (edge) => left.has(edge.source) && left.has(edge.target));
    return nodes === container.nodes && edges === container.edges ? container : { nodes, edges };
  });
};
