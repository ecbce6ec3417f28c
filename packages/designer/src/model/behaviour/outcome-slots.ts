import { mapped, withEveryContainer } from "../document/container.ts";
import { indexOf } from "../document/index-of.ts";
import { patched } from "../document/patch.ts";
import type { Behaviour } from "./behaviour.ts";
import { newEdgesFrom } from "./new-edges-from.ts";

/**
 * Lines that leave an approval go by its outcome. One line alone carries both outcomes; when a second is
 * drawn, the first is for "approved" and the second for "rejected". Lines that come to leave
 * anything else have none.
 */
export const outcomeSlots: Behaviour = (before, after) =>
  withEveryContainer(after, (container, id) => {
    // In a plan whatever follows an approval waits for it, however it ends.
    if (id !== null && indexOf(after).nodes.get(id)?.node.kind === "plan") return container;
    const fresh = newEdgesFrom(before, container);
    if (fresh.size === 0) return container;
    const approvals = new Set(container.nodes.filter((node) => node.kind === "approval").map(({ id }) => id));
    let edges = mapped(container.edges, (edge) =>
      approvals.has(edge.source) || !fresh.has(edge.id) ? edge : patched(edge, { outcome: undefined }),
    );
    for (const approval of approvals) {
      const leaving = edges.filter((edge) => edge.source === approval);
      if (leaving.length !== 2 || !leaving.some((edge) => fresh.has(edge.id))) continue;
      const [first, second] = leaving;
      if (!first || !second) continue;
      if (first.outcome !== undefined && second.outcome !== undefined) continue;
      const forFirst = first.outcome ?? (second.outcome === "approved" ? "rejected" : "approved");
      const forSecond = second.outcome ?? (forFirst === "approved" ? "rejected" : "approved");
      edges = edges.map((edge) => {
        if (edge.id === first.id) return { ...edge, outcome: forFirst };
        return edge.id === second.id ? { ...edge, outcome: forSecond } : edge;
      });
    }
    return edges === container.edges ? container : { nodes: container.nodes, edges };
  });
