import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import type { Places } from "../../model/geometry/places-of.ts";
import type { Place } from "../../model/geometry/size-of.ts";
import { bestRoute, type Stretch } from "./best-route.ts";
import { labelPlace } from "./label-place.ts";
import type { Point, Route, RouteEnd } from "./route.ts";

/** Above this many steps in a container, only what is near a line is looked at. */
const NEAR = 400;

/**
 * The ways of all lines, in the coordinates of the whole canvas. Lines are drawn in document order and keep
 * clear of those before them, so the same document always gives the same picture.
 */
export function routesOf(definition: WorkflowDefinition, places: Places): Map<string, Route> {
  const routes = new Map<string, Route>();
  const visit = (nodes: readonly Node[], edges: readonly Edge[], offset: Point): void => {
    const kinds = new Map(nodes.map((node) => [node.id, node]));
    const drawn: Stretch[] = [];
    for (const edge of byLength(edges, places)) {
      const from = endOf(kinds.get(edge.source), places);
      const to = endOf(kinds.get(edge.target), places);
      if (!from || !to) continue;
      const points = bestRoute(from, to, obstaclesFor(edge, nodes, places, from, to), drawn, edge);
      for (let at = 1; at < points.length; at += 1) {
        drawn.push({
          a: points[at - 1] as Point,
          b: points[at] as Point,
          source: edge.source,
          target: edge.target,
        });
      }
      const moved = points.map((point) => ({ x: point.x + offset.x, y: point.y + offset.y }));
      routes.set(edge.id, { points: moved, label: labelPlace(moved) });
    }
    for (const node of nodes) {
      if (node.kind !== "subProcess" || node.collapsed) continue;
      const place = places.get(node.id);
      if (place) visit(node.nodes, node.edges, { x: offset.x + place.x, y: offset.y + place.y });
    }
  };
  visit(definition.nodes, definition.edges, { x: 0, y: 0 });
  return routes;
}

/** Short lines first: they have the least choice. */
function byLength(edges: readonly Edge[], places: Places): Edge[] {
  const length = (edge: Edge) => {
    const a = places.get(edge.source);
    const b = places.get(edge.target);
    return a && b ? Math.abs(a.x - b.x) + Math.abs(a.y - b.y) : 0;
  };
  return [...edges].sort((a, b) => length(a) - length(b));
}

function endOf(node: Node | undefined, places: Places): RouteEnd | null {
  const place = node && places.get(node.id);
  if (!node || !place) return null;
  if (node.kind === "boundary") return { place, shape: "boundary" };
  const gateway = node.kind === "exclusive" || node.kind === "parallel" || node.kind === "eventBased";
  return { place, shape: gateway ? "gateway" : "step" };
}

function obstaclesFor(
  edge: Edge,
  nodes: readonly Node[],
  places: Places,
  from: RouteEnd,
  to: RouteEnd,
): Place[] {
  const left = Math.min(from.place.x, to.place.x) - NEAR;
  const right = Math.max(from.place.x + from.place.width, to.place.x + to.place.width) + NEAR;
  const top = Math.min(from.place.y, to.place.y) - NEAR;
  const bottom = Math.max(from.place.y + from.place.height, to.place.y + to.place.height) + NEAR;
  const found: Place[] = [];
  for (const node of nodes) {
    if (node.id === edge.source || node.id === edge.target || node.kind === "boundary") continue;
    const place = places.get(node.id);
    if (!place || place.x > right || place.x + place.width < left) continue;
    if (place.y > bottom || place.y + place.height < top) continue;
    found.push(place);
  }
  return found;
}
