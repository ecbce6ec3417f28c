import { type DrawingGroup, isContainer, type WorkflowDefinition } from "@flowright/definition";
import { containerOf, indexOf } from "../document/index-of.ts";
import { boundsOf } from "../geometry/bounds.ts";
import { absolutePlace } from "../geometry/container-at.ts";
import { type Places, placesOf } from "../geometry/places-of.ts";
import type { Place } from "../geometry/size-of.ts";

/** Room between a frame and its steps; the top holds the name. */
const ROOM = { top: 40, right: 16, bottom: 16, left: 16 };

export function groupOf(definition: WorkflowDefinition, id: string): DrawingGroup | null {
  return definition.drawing?.groups?.find((group) => group.id === id) ?? null;
}

/**
 * The steps that belong to a group, events on their edges included. A frame out of another tool does not say which
 * they are: it holds what stands inside it.
 */
export function membersOf(
  definition: WorkflowDefinition,
  group: DrawingGroup,
  places: Places = placesOf(definition),
): readonly string[] {
  const container = containerOf(definition, group.in ?? null);
  if (!container) return [];
  const named = group.nodes && new Set(group.nodes);
  const frame = named ? null : storedFrame(definition, group, places);
  const inside = new Set(
    container.nodes.flatMap(({ id, kind }) => {
      if (kind === "boundary") return [];
      if (named) return named.has(id) ? [id] : [];
      const place = places.get(id);
      return place && frame && holds(frame, place) ? [id] : [];
    }),
  );
  for (const node of container.nodes) {
    if (node.kind === "boundary" && inside.has(node.attachedTo)) inside.add(node.id);
  }
  return [...inside];
}

/** Where a group is framed, within its container; null where it has neither steps nor a place. */
export function frameOf(
  definition: WorkflowDefinition,
  group: DrawingGroup,
  places: Places = placesOf(definition),
): Place | null {
  if (!group.nodes) return storedFrame(definition, group, places);
  const around = boundsOf(membersOf(definition, group, places).flatMap((id) => places.get(id) ?? []));
  return (
    around && {
      x: around.x - ROOM.left,
      y: around.y - ROOM.top,
      width: around.width + ROOM.left + ROOM.right,
      height: around.height + ROOM.top + ROOM.bottom,
    }
  );
}

/** Whether the container of a group is open, so that there is something to frame. */
export function isInSight(definition: WorkflowDefinition, group: DrawingGroup): boolean {
  const { nodes } = indexOf(definition);
  for (let id = group.in; id !== undefined; id = nodes.get(id)?.parent?.id) {
    const node = nodes.get(id)?.node;
    if (!node || !isContainer(node) || node.collapsed) return false;
  }
  return true;
}

/** Where the container of a group begins on the whole canvas. */
export function originOf(
  definition: WorkflowDefinition,
  group: DrawingGroup,
  places: Places = placesOf(definition),
): { readonly x: number; readonly y: number } {
  return (group.in === undefined ? null : absolutePlace(definition, group.in, places)) ?? { x: 0, y: 0 };
}

/** A selection in which groups stand for their steps. */
export function withMembers(definition: WorkflowDefinition, ids: readonly string[]): readonly string[] {
  if (!definition.drawing?.groups?.length) return ids;
  const { nodes, edges } = indexOf(definition);
  return [
    ...new Set(
      ids.flatMap((id) => {
        if (nodes.has(id) || edges.has(id)) return [id];
        const group = groupOf(definition, id);
        return group ? membersOf(definition, group) : [id];
      }),
    ),
  ];
}

/** Positions in a drawing are on the canvas of the process. */
function storedFrame(definition: WorkflowDefinition, group: DrawingGroup, places: Places): Place | null {
  if (!group.position || !group.size) return null;
  const origin = originOf(definition, group, places);
  return { x: group.position.x - origin.x, y: group.position.y - origin.y, ...group.size };
}

function holds(frame: Place, place: Place): boolean {
  return (
    place.x >= frame.x &&
    place.y >= frame.y &&
    place.x + place.width <= frame.x + frame.width &&
    place.y + place.height <= frame.y + frame.height
  );
}
