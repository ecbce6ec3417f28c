import { mapped, withEveryContainer } from "../document/container.ts";
import { indexOf } from "../document/index-of.ts";
import { patched } from "../document/patch.ts";
import type { Behaviour } from "./behaviour.ts";

/** A gateway has one "otherwise": the line made so last. It needs no condition. */
export const singleDefault: Behaviour = (before, after) => {
  const earlier = indexOf(before).edges;
  return withEveryContainer(after, (container) => {
    const winners = new Map<string, string>();
    for (const edge of container.edges) {
      if (!edge.default) continue;
      const isNew = earlier.get(edge.id)?.edge.default !== true;
      if (isNew || !winners.has(edge.source)) winners.set(edge.source, edge.id);
    }
    const edges = mapped(container.edges, (edge) => {
      if (!edge.default) return edge;
      return winners.get(edge.source) === edge.id
        ? patched(edge, { condition: undefined })
        : patched(edge, { default: undefined });
    });
    return edges === container.edges ? container : { nodes: container.nodes, edges };
  });
};
