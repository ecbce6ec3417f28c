import { type Edge, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import type { Places } from "../../model/geometry/places-of.ts";
import { isGateway, type Place } from "../../model/geometry/size-of.ts";
import { bestRoute, type Stretch } from "./best-route.ts";
import { labelPlace } from "./label-place.ts";
import type { Point, Route, RouteEnd } from "./route.ts";

/** Only what is this near to the ends of a line can be in its way. */
const NEAR = 240;

/** An earlier drawing, to take over what did not move. */
export interface Routed {
  readonly places: Places;
  readonly routes: ReadonlyMap<string, Route>;
}

/**
 * The ways of all lines, in the coordinates of the whole canvas. Lines are drawn in document order and keep
 * clear of those before them, so the same document always gives the same picture.
 */
export function routesOf(
  definition: WorkflowDefinition,
  places: Places,
  before?: Routed,
): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>();
  const visit = (nodes: readonly Node[], edges: readonly Edge[], offset: Point): void => {
    const kinds = new Map(nodes.map((node) => [node.id, node]));
    const drawn: Stretch[] = [];
    for (const edge of byLength(edges, places)) {
      const from = endOf(kinds.get(edge.source), places);
      const to = endOf(kinds.get(edge.target), places);
      if (!from || !to) continue;
      const old = before && unmoved(edge, places, before, offset);
      if (old) {
        routes.set(edge.id, old);
        continue;
      }
      const near = areaAround(from.place, to.place);
      const obstacles = obstaclesIn(near, edge, nodes, places);
      const others = drawn.filter((stretch) => touches(near, stretch));
      const points = bestRoute(from, to, obstacles, others, edge);
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
      if (!isContainer(node) || node.collapsed) continue;
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
  return { place, shape: isGateway(node.kind) ? "gateway" : "step" };
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function areaAround(from: Place, to: Place): Area {
  return {
    left: Math.min(from.x, to.x) - NEAR,
    right: Math.max(from.x + from.width, to.x + to.width) + NEAR,
    top: Math.min(from.y, to.y) - NEAR,
    bottom: Math.max(from.y + from.height, to.y + to.height) + NEAR,
  };
}

function obstaclesIn(area: Area, edge: Edge, nodes: readonly Node[], places: Places): Place[] {
  const found: Place[] = [];
  for (const node of nodes) {
    if (node.id === edge.source || node.id === edge.target || node.kind === "boundary") continue;
    const place = places.get(node.id);
    if (!place || place.x > area.right || place.x + place.width < area.left) continue;
    if (place.y > area.bottom || place.y + place.height < area.top) continue;
    found.push(place);
  }
  return found;
}

function touches(area: Area, { a, b }: Stretch): boolean {
  return (
    Math.min(a.x, b.x) <= area.right &&
    Math.max(a.x, b.x) >= area.left &&
    Math.min(a.y, b.y) <= area.bottom &&
    Math.max(a.y, b.y) >= area.top
  );
}

/** The earlier way of a line whose ends stay where they were; anything else is looked at again when all rests. */
function unmoved(edge: Edge, places: Places, before: Routed, offset: Point): Route | undefined {
  for (const id of [edge.source, edge.target]) {
    const was = before.places.get(id);
    const is = places.get(id);
    if (
      !was ||
      !is ||
      was.x !== is.x ||
      was.y !== is.y ||
      was.width !== is.width ||
      was.height !== is.height
    ) {
      return undefined;
    }
  }
  const old = before.routes.get(edge.id);
  const start = old?.points[0];
  const source = places.get(edge.source);
  // In a sub-process that moved as a whole the ends stay only relative to it.
  const inside =
    start &&
    source &&
    start.x >= source.x + offset.x - 1 &&
    start.x <= source.x + source.width + offset.x + 1 &&
    start.y >= source.y + offset.y - 1 &&
    start.y <= source.y + source.height + offset.y + 1;
  return inside ? old : undefined;
}
