import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { arranged } from "./arranged.ts";
import { type Place, type Point, type Size, sizeOf } from "./place.ts";

type Scope = Pick<WorkflowDefinition, "nodes" | "edges">;

/** Room around what is in a container; the top holds its name. */
const PADDING = { top: 56, right: 32, bottom: 40, left: 32 };
const SMALLEST: Size = { width: 288, height: 160 };

/**
 * Where everything is shown, by id, on the canvas of the process; what is in a collapsed container on a canvas of
 * its own. Stored positions are used as they are, the rest is arranged.
 */
export function placesOf(definition: WorkflowDefinition): Map<string, Place> {
  const sizes = new Map(
    (definition.drawing?.shapes ?? []).flatMap(({ node, size }) => (size ? [[node, size]] : [])),
  );
  const near = new Map<string, Place>();
  placeScope(definition, { x: 0, y: 0 }, sizes, near);
  const places = new Map<string, Place>();
  moveTo(definition.nodes, { x: 0, y: 0 }, near, places);
  return places;
}

/** Places relative to the container, inner ones first, since a container is as large as what is in it. */
function placeScope(
  scope: Scope,
  origin: Point,
  drawn: ReadonlyMap<string, Size>,
  near: Map<string, Place>,
): void {
  const sizes = new Map<string, Size>();
  for (const node of scope.nodes) sizes.set(node.id, drawn.get(node.id) ?? sizeIn(node, drawn, near));
  const free = scope.nodes.filter((node) => node.kind !== "boundary");
  const made = free.every((node) => node.position) ? null : arranged(scope, sizes, origin);
  for (const node of free) {
    const at = node.position ?? made?.get(node.id) ?? origin;
    near.set(node.id, { x: at.x, y: at.y, ...(sizes.get(node.id) ?? sizeOf(node.kind)) });
  }
  placeBoundaries(scope.nodes, sizes, near);
}

function sizeIn(node: Node, drawn: ReadonlyMap<string, Size>, near: Map<string, Place>): Size {
  if (!isContainer(node)) return sizeOf(node.kind);
  placeScope(node, { x: PADDING.left, y: PADDING.top }, drawn, near);
  if (node.collapsed) return sizeOf(node.kind);
  const inner = node.nodes.flatMap(({ id }) => near.get(id) ?? []);
  const right = Math.max(0, ...inner.map(({ x, width }) => x + width)) + PADDING.right;
  const bottom = Math.max(0, ...inner.map(({ y, height }) => y + height)) + PADDING.bottom;
  return {
    width: Math.max(right, node.size?.width ?? 0, SMALLEST.width),
    height: Math.max(bottom, node.size?.height ?? 0, SMALLEST.height),
  };
}

/** Events sit on the lower edge of their step, side by side, where they have no position. */
function placeBoundaries(
  nodes: readonly Node[],
  sizes: ReadonlyMap<string, Size>,
  near: Map<string, Place>,
): void {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    if (node.kind !== "boundary") continue;
    const size = sizes.get(node.id) ?? sizeOf(node.kind);
    const host = near.get(node.attachedTo) ?? { x: 0, y: 0, width: 0, height: 0 };
    const count = counts.get(node.attachedTo) ?? 0;
    counts.set(node.attachedTo, count + 1);
    const beside = { x: host.x + 24 + count * 64, y: host.y + host.height - size.height / 2 };
    near.set(node.id, { ...beside, ...node.position, ...size });
  }
}

function moveTo(
  nodes: readonly Node[],
  origin: Point,
  near: ReadonlyMap<string, Place>,
  places: Map<string, Place>,
): void {
  for (const node of nodes) {
    const place = near.get(node.id);
    if (!place) continue;
    const moved = { ...place, x: place.x + origin.x, y: place.y + origin.y };
    places.set(node.id, moved);
    if (isContainer(node)) moveTo(node.nodes, node.collapsed ? { x: 0, y: 0 } : moved, near, places);
  }
}
