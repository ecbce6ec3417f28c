import { type Edge, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import type { Places } from "../../model/geometry/places-of.ts";
import { isGateway, type Place } from "../../model/geometry/size-of.ts";
import { bestRoute } from "./best-route.ts";
import { type Area, BoxBuckets } from "./box-buckets.ts";
import { labelPlace } from "./label-place.ts";
import type { Point, Route, RouteEnd } from "./route.ts";
import type { Stretch } from "./route-cost.ts";
import { type Patience, wayAround } from "./way-around.ts";

/** Only what is this near to the ends of a line can be in its way. */
const NEAR = 240;
/** How far around its ends a line looks for a way that the usual ones do not offer. */
const FAR = 720;
/** Corners that all lines of a drawing together may look at for such ways: one to three tenths of a second. */
const PATIENCE = 60_000;
/** The top of a sub-process holds its name. */
const HEAD = 40;

/** An earlier drawing, to take over what did not move. */
export interface Routed {
  readonly places: Places;
  readonly routes: ReadonlyMap<string, Route>;
}

/**
 * The ways of all lines, in the coordinates of the whole canvas. Short lines are drawn first and later ones keep clear
 * of those before them, so the same document always gives the same picture.
 */
export function routesOf(
  definition: WorkflowDefinition,
  places: Places,
  before?: Routed,
): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>();
  const patience: Patience = { corners: PATIENCE };
  const visit = (nodes: readonly Node[], edges: readonly Edge[], offset: Point, frame: Area | null): void => {
    const wanted: Edge[] = [];
    for (const edge of edges) {
      const old = before && unmoved(edge, places, before, offset);
      if (old) routes.set(edge.id, old);
      else wanted.push(edge);
    }
    const ground = wanted.length > 0 ? new Ground(nodes, places, frame, patience) : null;
    for (const edge of byLength(wanted, places)) {
      const points = ground?.route(edge);
      if (!points) continue;
      const moved = points.map((point) => ({ x: point.x + offset.x, y: point.y + offset.y }));
      routes.set(edge.id, { points: moved, label: labelPlace(moved) });
    }
    for (const node of nodes) {
      if (!isContainer(node) || node.collapsed) continue;
      const place = places.get(node.id);
      if (!place) continue;
      const inside = { left: 4, right: place.width - 4, top: HEAD, bottom: place.height - 4 };
      visit(node.nodes, node.edges, { x: offset.x + place.x, y: offset.y + place.y }, inside);
    }
  };
  visit(definition.nodes, definition.edges, { x: 0, y: 0 }, null);
  return routes;
}

/** The steps of one level and the lines drawn so far, by where they are. */
class Ground {
  readonly #kinds: ReadonlyMap<string, Node>;
  readonly #places: Places;
  readonly #frame: Area | null;
  readonly #patience: Patience;
  readonly #steps = new BoxBuckets<{ readonly id: string; readonly place: Place }>();
  readonly #drawn = new BoxBuckets<Stretch>();

  constructor(nodes: readonly Node[], places: Places, frame: Area | null, patience: Patience) {
    this.#kinds = new Map(nodes.map((node) => [node.id, node]));
    this.#places = places;
    this.#frame = frame;
    this.#patience = patience;
    for (const { id, kind } of nodes) {
      const place = kind === "boundary" ? undefined : places.get(id);
      if (place) this.#steps.add({ id, place }, areaAround(place, place, 0));
    }
  }

  /** The way of a line, which later ones then know of; null if one of its ends is not there. */
  route(edge: Edge): Point[] | null {
    const from = endOf(this.#kinds.get(edge.source), this.#places);
    const to = endOf(this.#kinds.get(edge.target), this.#places);
    if (!from || !to) return null;
    const usual = bestRoute(from, to, this.#around(edge, from, to, NEAR));
    const points =
      usual.through && this.#patience.corners > 0
        ? (wayAround(from, to, this.#around(edge, from, to, FAR), this.#patience) ?? usual.points)
        : usual.points;
    for (let at = 1; at < points.length; at += 1) {
      const a = points[at - 1] as Point;
      const b = points[at] as Point;
      this.#drawn.add({ a, b, source: edge.source, target: edge.target }, areaOfStretch(a, b));
    }
    return points;
  }

  #around(edge: Edge, from: RouteEnd, to: RouteEnd, reach: number) {
    const area = areaAround(from.place, to.place, reach);
    const obstacles = this.#steps
      .in(area)
      .flatMap(({ id, place }) => (id === edge.source || id === edge.target ? [] : [place]));
    return {
      obstacles,
      own: [from.place, to.place],
      drawn: this.#drawn.in(area),
      ends: edge,
      frame: this.#frame,
    };
  }
}

/** Short lines first: they have the least choice. */
function byLength(edges: readonly Edge[], places: Places): Edge[] {
  const length = (edge: Edge) => {
    const a = places.get(edge.source);
    const b = places.get(edge.target);
    return a && b ? Math.abs(a.x - b.x) + Math.abs(a.y - b.y) : 0;
  };
  return edges
    .map((edge) => ({ edge, length: length(edge) }))
    .sort((a, b) => a.length - b.length)
    .map(({ edge }) => edge);
}

function endOf(node: Node | undefined, places: Places): RouteEnd | null {
  const place = node && places.get(node.id);
  if (!node || !place) return null;
  if (node.kind === "boundary") return { place, shape: "boundary" };
  return { place, shape: isGateway(node.kind) ? "gateway" : "step" };
}

function areaAround(from: Place, to: Place, reach: number): Area {
  return {
    left: Math.min(from.x, to.x) - reach,
    right: Math.max(from.x + from.width, to.x + to.width) + reach,
    top: Math.min(from.y, to.y) - reach,
    bottom: Math.max(from.y + from.height, to.y + to.height) + reach,
  };
}

function areaOfStretch(a: Point, b: Point): Area {
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  };
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
