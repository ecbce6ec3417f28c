import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../document/index-of.ts";
import { placesOf } from "../geometry/places-of.ts";
import type { Brings } from "./brings.ts";

/** Steps with the lines between them, as they travel through the clipboard. */
export interface Clipping {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** Lines that led on to what followed; where the steps are pasted between others they lead on again. */
  readonly open?: readonly OpenLine[];
  /** What the steps refer to, for a flow that lacks it. */
  readonly brings?: Brings;
}

/** A line without its end. */
export type OpenLine = Omit<Edge, "target">;

/**
 * What is selected, with the events on the edge of selected steps and the lines between them. Positions are
 * those that were shown. `leavesBy` are lines to what follows. Null if no step is selected.
 */
export function clippingOf(
  definition: WorkflowDefinition,
  ids: readonly string[],
  leavesBy: readonly string[] = [],
): Clipping | null {
  const index = indexOf(definition);
  const places = placesOf(definition);
  const wanted = new Set(ids);
  // What lies inside a selected sub-process travels with it.
  const chosen = [...index.nodes.values()].filter(
    ({ node, parent }) =>
      (wanted.has(node.id) || (node.kind === "boundary" && wanted.has(node.attachedTo))) &&
      !isInside(index, parent?.id ?? null, wanted),
  );
  const first = chosen.find(({ node }) => node.kind !== "boundary");
  if (!first) return null;
  const together = chosen.filter(({ parent }) => parent?.id === first.parent?.id);
  const present = new Set(together.map(({ node }) => node.id));
  const nodes = together
    .filter(({ node }) => node.kind !== "boundary" || present.has(node.attachedTo))
    .map(({ node }) => {
      const place = places.get(node.id);
      return node.kind === "boundary" || !place ? node : { ...node, position: { x: place.x, y: place.y } };
    });
  const siblings = first.parent ?? definition;
  const edges = siblings.edges.filter((edge) => present.has(edge.source) && present.has(edge.target));
  const open = siblings.edges
    .filter(({ id, source }) => leavesBy.includes(id) && present.has(source))
    .map(({ target: _, ...line }): OpenLine => line);
  return open.length > 0 ? { nodes, edges, open } : { nodes, edges };
}

function isInside(
  index: ReturnType<typeof indexOf>,
  parent: string | null,
  wanted: ReadonlySet<string>,
): boolean {
  for (let id = parent; id !== null; id = index.nodes.get(id)?.parent?.id ?? null) {
    if (wanted.has(id)) return true;
  }
  return false;
}
