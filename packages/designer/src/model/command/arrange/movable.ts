import type { WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../document/index-of.ts";
import { absolutePlace } from "../../geometry/container-at.ts";
import { placesOf } from "../../geometry/places-of.ts";
import type { Place } from "../../geometry/size-of.ts";
import { withMembers } from "../../group/groups-of.ts";

/** A step that can be put elsewhere, with its place on the whole canvas. */
export interface Movable {
  readonly id: string;
  readonly place: Place;
}

/**
 * The steps of a selection that move by themselves: events on an edge follow their step, what is in a selected
 * sub-process follows that, and a group stands for its steps.
 */
export function movableSteps(definition: WorkflowDefinition, ids: readonly string[]): readonly Movable[] {
  const index = indexOf(definition);
  const chosen = new Set(withMembers(definition, ids));
  return [...chosen].flatMap((id) => {
    const placed = index.nodes.get(id);
    if (!placed || placed.node.kind === "boundary") return [];
    for (let around = placed.parent; around; around = index.nodes.get(around.id)?.parent ?? null) {
      if (chosen.has(around.id)) return [];
    }
    const place = absolutePlace(definition, id);
    return place ? [{ id, place }] : [];
  });
}

/** Top left corners within their containers after each step was moved by some pixels. */
export function movedBy(
  definition: WorkflowDefinition,
  shifts: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): Map<string, { x: number; y: number }> {
  const places = placesOf(definition);
  return new Map(
    [...shifts].flatMap(([id, by]) => {
      const place = places.get(id);
      return place ? [[id, { x: place.x + by.x, y: place.y + by.y }] as const] : [];
    }),
  );
}
