import type { Edge } from "@flowright/definition";
import { mapped, withEveryContainer } from "../document/container.ts";
import { patched } from "../document/patch.ts";
import type { Behaviour } from "./behaviour.ts";
import { newEdgesFrom } from "./new-edges-from.ts";

/**
 * Conditions and "otherwise" belong to lines that leave an exclusive gateway. A line that comes to
 * leave something else loses them; the second line drawn out of a gateway becomes "otherwise" unless there is one.
 */
export const branchSlots: Behaviour = (before, after) =>
  withEveryContainer(after, (container) => {
    const gateways = new Set(container.nodes.filter((node) => node.kind === "exclusive").map(({ id }) => id));
    const fresh = newEdgesFrom(before, container);
    let edges = mapped(container.edges, (edge) =>
      gateways.has(edge.source) || !fresh.has(edge.id)
        ? edge
        : patched(edge, { condition: undefined, default: undefined }),
    );
    for (const gateway of gateways) {
      const leaving = edges.filter((edge) => edge.source === gateway);
      const drawn = leaving.filter((edge) => fresh.has(edge.id));
      const last = drawn.at(-1);
      if (!last || leaving.length < 2 || leaving.some((edge) => edge.default)) continue;
      if (last.condition !== undefined) continue;
      edges = edges.map((edge): Edge => (edge.id === last.id ? { ...edge, default: true } : edge));
    }
    return edges === container.edges ? container : { nodes: container.nodes, edges };
  });
