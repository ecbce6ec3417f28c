import type { Edge, Node } from "@flowright/definition";
import { mapped, withEveryContainer } from "../document/container.ts";
import { indexOf } from "../document/index-of.ts";
import { patched } from "../document/patch.ts";
import type { Behaviour } from "./behaviour.ts";
import { newEdgesFrom } from "./new-edges-from.ts";

/** Gateways whose lines are chosen by condition. */
const CHOOSING: ReadonlySet<Node["kind"]> = new Set(["exclusive", "inclusive", "complex"]);

/**
 * Conditions and "otherwise" belong to lines that leave a gateway which chooses, how one waits for another to lines in
 * a plan. A line that comes to stand elsewhere loses them. The second line drawn out of a decision for one branch
 * becomes "otherwise" unless there is one; where several branches may be taken, that would not be what is meant.
 */
export const branchSlots: Behaviour = (before, after) =>
  withEveryContainer(after, (container, id) => {
    const inPlan = id !== null && indexOf(after).nodes.get(id)?.node.kind === "plan";
    const kinds = new Map(container.nodes.map((node) => [node.id, node.kind]));
    const chooses = (source: string) => !inPlan && CHOOSING.has(kinds.get(source) ?? "start");
    const fresh = newEdgesFrom(before, container);
    // Dragging a step asks this for each frame.
    if (fresh.size === 0) return container;
    const sources = new Set(container.edges.flatMap(({ id, source }) => (fresh.has(id) ? [source] : [])));
    const gateways = [...kinds].flatMap(([id, kind]) =>
      kind === "exclusive" && sources.has(id) ? [id] : [],
    );
    let edges = mapped(container.edges, (edge) =>
      fresh.has(edge.id)
        ? patched(edge, {
            ...(chooses(edge.source) ? {} : { condition: undefined, default: undefined }),
            ...(inPlan ? { outcome: undefined } : { dependency: undefined }),
          })
        : edge,
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
