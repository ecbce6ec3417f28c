import { type ContainerNode, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { arranged } from "#arrange";
import type { Container } from "../document/container.ts";
import {
  EVENT,
  eventRow,
  fixedSizeOf,
  PADDING,
  type Place,
  type Size,
  SMALLEST_CONTAINER,
} from "./size-of.ts";

/** Where everything is shown: relative to its container, by node id. */
export type Places = ReadonlyMap<string, Place>;

interface Inside {
  readonly places: Places;
  readonly size: Size;
}

const known = new WeakMap<WorkflowDefinition, Places>();
/** What is in a sub-process does not depend on what is around it, so it is worked out once per object. */
const knownInside = new WeakMap<ContainerNode, Inside>();

const ORIGIN = { x: 0, y: 0 };
const ORIGIN_INSIDE = { x: PADDING.left, y: PADDING.top };

/**
 * Where everything is shown. A stored position is used as it is; what has none is arranged, so that a
 * definition written by hand without a single coordinate is still drawn well.
 */
export function placesOf(definition: WorkflowDefinition): Places {
  const existing = known.get(definition);
  if (existing) return existing;
  const places = new Map<string, Place>();
  placeAll(definition, ORIGIN, places, false);
  known.set(definition, places);
  return places;
}

/** Where everything would be after arranging afresh, as if nothing had a position. */
export function arrangedPlacesOf(definition: WorkflowDefinition): Places {
  const places = new Map<string, Place>();
  placeAll(definition, ORIGIN, places, true);
  return places;
}

function inside(node: ContainerNode, afresh: boolean): Inside {
  const existing = afresh ? undefined : knownInside.get(node);
  if (existing) return existing;
  const places = new Map<string, Place>();
  placeAll(node, ORIGIN_INSIDE, places, afresh);
  const made = { places, size: sizeAround(node, places) };
  if (!afresh) knownInside.set(node, made);
  return made;
}

function placeAll(
  container: Container,
  origin: { x: number; y: number },
  places: Map<string, Place>,
  afresh: boolean,
): void {
  const sizes = new Map<string, Size>();
  for (const node of container.nodes) {
    if (!isContainer(node)) {
      sizes.set(node.id, fixedSizeOf(node.kind));
      continue;
    }
    const within = inside(node, afresh);
    for (const [id, place] of within.places) places.set(id, place);
    sizes.set(node.id, node.collapsed ? fixedSizeOf(node.kind) : within.size);
  }
  const free = container.nodes.filter((node) => node.kind !== "boundary");
  const needsArranging = afresh || free.some((node) => !node.position);
  const made = needsArranging
    ? arranged(container, (id) => sizes.get(id) ?? EVENT, origin)
    : new Map<string, Place>();
  for (const node of free) {
    const size = sizes.get(node.id) ?? EVENT;
    const position = afresh ? undefined : node.position;
    const place = position ? { x: position.x, y: position.y, ...size } : made.get(node.id);
    places.set(node.id, place ?? { ...origin, ...size });
  }
  placeBoundaries(container.nodes, places);
}

/** Events sit on the lower edge of their step, side by side from the left; closer together where they are many. */
function placeBoundaries(nodes: readonly Node[], places: Map<string, Place>): void {
  const events = Map.groupBy(
    nodes.filter((node) => node.kind === "boundary"),
    ({ attachedTo }) => attachedTo,
  );
  for (const [id, list] of events) {
    const host = places.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
    const { first, step } = eventRow(host.width, list.length);
    for (const [at, node] of list.entries()) {
      places.set(node.id, {
        x: host.x + first + at * step,
        y: host.y + host.height - EVENT.height / 2,
        ...EVENT,
      });
    }
  }
}

function sizeAround(node: ContainerNode, places: Places): Size {
  let right = 0;
  let bottom = 0;
  for (const inner of node.nodes) {
    const place = places.get(inner.id);
    if (!place) continue;
    right = Math.max(right, place.x + place.width);
    bottom = Math.max(bottom, place.y + place.height + (inner.kind === "boundary" ? 24 : 0));
  }
  return {
    width: upTo16(Math.max(right + PADDING.right, node.size?.width ?? 0, SMALLEST_CONTAINER.width)),
    height: upTo16(Math.max(bottom + PADDING.bottom, node.size?.height ?? 0, SMALLEST_CONTAINER.height)),
  };
}

/** Halves of a multiple of 16 are on the grid, so a container lines up with its neighbours. */
function upTo16(value: number): number {
  return Math.ceil(value / 16) * 16;
}
