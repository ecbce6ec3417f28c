import type { Node, WorkflowDefinition } from "@flowright/definition";
import { withContainer } from "../../document/container.ts";
import { containerOf } from "../../document/index-of.ts";
import { freePlace } from "../../geometry/free-place.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { GAP, type Place } from "../../geometry/size-of.ts";

/**
 * Gives new or moved steps a place: to the right of what leads to them, as far down as it takes not to touch anything.
 * What stands right of a step that they are put before moves to the right by what is missing; nothing else moves.
 */
export function withFreePlaces(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
  container: string | null,
  fresh: readonly string[],
): WorkflowDefinition {
  const inside = containerOf(after, container);
  if (!inside || fresh.length === 0) return after;
  const seen = placesOf(before);
  const sizes = placesOf(after);
  const places = new Map<string, Place>();
  const waiting = new Set(fresh);
  for (const { id, kind } of inside.nodes) {
    const place = seen.get(id);
    if (place && !waiting.has(id) && kind !== "boundary") places.set(id, place);
  }
  const hosts = new Map(
    inside.nodes.flatMap((node) => (node.kind === "boundary" ? [[node.id, node.attachedTo] as const] : [])),
  );
  const sourceOf = (id: string) => hosts.get(id) ?? id;
  for (const id of inOrder(fresh, inside.edges)) {
    const size = sizes.get(id);
    if (!size) continue;
    const sources = inside.edges
      .filter(({ target }) => target === id)
      .flatMap(({ source }) => places.get(sourceOf(source)) ?? []);
    const followers = inside.edges.filter(({ source }) => sourceOf(source) === id);
    const targets = followers.flatMap(({ target }) => places.get(target) ?? []);
    const from = sources.reduce<Place | null>((a, b) => (a && a.x + a.width > b.x + b.width ? a : b), null);
    const to = targets.reduce<Place | null>((a, b) => (a && a.x < b.x ? a : b), null);
    const middle = (to ?? from ?? { y: 0, height: 0 }).y + (to ?? from ?? { y: 0, height: 0 }).height / 2;
    const x = from ? from.x + from.width + GAP.x : to ? to.x - size.width - GAP.x : 0;
    if (to && (!from || to.x >= from.x + from.width)) {
      const missing = Math.ceil((x + size.width + GAP.x - to.x) / 16) * 16;
      if (missing > 0) pushRight(places, to.x, missing);
    }
    const wanted: Place = { width: size.width, height: size.height, x, y: middle - size.height / 2 };
    places.set(id, freePlace(wanted, [...places.values()]));
  }
  return withContainer(after, container, ({ nodes, edges }) => ({
    edges,
    nodes: nodes.map((node): Node => {
      const place = places.get(node.id);
      const was = seen.get(node.id);
      if (!place || node.kind === "boundary") return node;
      if (!waiting.has(node.id) && was?.x === place.x && was.y === place.y) return node;
      return { ...node, position: { x: place.x, y: place.y } };
    }),
  }));
}

function pushRight(places: Map<string, Place>, from: number, by: number): void {
  for (const [id, place] of places) if (place.x >= from) places.set(id, { ...place, x: place.x + by });
}

/** What leads to another first. */
function inOrder(ids: readonly string[], edges: readonly { source: string; target: string }[]): string[] {
  const wanted = new Set(ids);
  const done = new Set<string>();
  const visit = (id: string): void => {
    if (done.has(id) || !wanted.has(id)) return;
    done.add(id);
    for (const edge of edges) if (edge.target === id) visit(edge.source);
    order.push(id);
  };
  const order: string[] = [];
  for (const id of ids) visit(id);
  return order;
}
