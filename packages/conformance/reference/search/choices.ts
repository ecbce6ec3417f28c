import type { Edge, Node } from "@flowright/definition";
import type { Choose } from "./world.ts";

/** One edge of several. */
export function oneOf<T>(all: readonly T[], choose: Choose): T[] {
  return all.slice().splice(all.length > 1 ? choose(all.length) : 0, 1);
}

/** Any set that an inclusive split may take. */
export function severalOf(edges: readonly Edge[], choose: Choose): Edge[] {
  const open = edges.filter(({ condition, default: rest }) => condition !== undefined && rest !== true);
  const always = edges.filter(({ condition, default: rest }) => condition === undefined && rest !== true);
  const rest = edges.filter((edge) => edge.default === true);
  const least = always.length > 0 || rest.length > 0 ? 0 : 1;
  const ways = 2 ** open.length - least;
  if (ways === 0) return [];
  const mask = choose(ways) + least;
  const taken = edges.filter((edge) => always.includes(edge) || (mask >> open.indexOf(edge)) % 2 === 1);
  const chosen = taken.filter((edge) => always.includes(edge) || open.includes(edge));
  return chosen.length > 0 ? chosen : rest;
}

/** The sets of edges by which a task may be left. */
export function waysOn(node: Node, edges: readonly Edge[]): Edge[][] {
  if (node.kind !== "approval") return [[...edges]];
  return ["approved", "rejected"]
    .map((outcome) => {
      const drawn = edges.filter((edge) => edge.outcome === outcome);
      return drawn.length > 0 ? drawn : edges.filter((edge) => edge.outcome === undefined);
    })
    .filter((way) => way.length > 0 || edges.length === 0);
}
