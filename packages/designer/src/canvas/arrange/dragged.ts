import type { WorkflowDefinition } from "@flowright/definition";
import { movableSteps } from "../../model/command/arrange/movable.ts";
import type { Moves } from "../../model/command/structure/move-nodes.ts";
import { containerOf, indexOf } from "../../model/document/index-of.ts";
import { boundsOf } from "../../model/geometry/bounds.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { type HelperLine, helperLines } from "../../model/geometry/helper-lines.ts";
import { placesOf } from "../../model/geometry/places-of.ts";
import { type Place, snapped } from "../../model/geometry/size-of.ts";
import { frameOf, groupOf } from "../../model/group/groups-of.ts";
import { withGroupsFolded } from "../../model/group/with-groups-folded.ts";
import type { Modifiers } from "./use-modifiers.ts";

/** Where dragged steps are at this moment. */
export interface Drag {
  readonly ids: readonly string[];
  /** Top left corners within their containers. */
  readonly moves: Moves;
  readonly by: { readonly x: number; readonly y: number };
  /** The steps stay and copies of them go there. */
  readonly copies: boolean;
  /** Where the dragged steps are on the whole canvas. */
  readonly places: readonly Place[];
  /** On the whole canvas. */
  readonly lines: readonly HelperLine[];
}

/** Only what is about this near is looked at; lines from further away would surprise. */
const NEAR = { x: 1_600, y: 1_000 };

/** What a drag makes of the places that the pointer asks for; null where nothing can be moved. */
export function dragged(
  definition: WorkflowDefinition,
  selection: readonly string[],
  to: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
  held: Modifiers,
  reach: number,
): Drag | null {
  const wanted = wantedBy(definition, to);
  const steps = movableSteps(definition, [...to.keys()]);
  const box = boundsOf(steps.map(({ place }) => place));
  if (!wanted || !box) return null;
  const along = held.shift ? (Math.abs(wanted.by.x) >= Math.abs(wanted.by.y) ? "x" : "y") : null;
  const asked = { x: along === "y" ? 0 : wanted.by.x, y: along === "x" ? 0 : wanted.by.y };
  const grid = snapped({ ...wanted.place, x: wanted.place.x + asked.x, y: wanted.place.y + asked.y });
  const moved = { ...box, x: box.x + asked.x, y: box.y + asked.y };
  // What is only moved along one axis is not drawn aside on the other.
  const still = { x: Math.abs(asked.x) < 1, y: Math.abs(asked.y) < 1 };
  const ids = steps.map(({ id }) => id);
  const help = held.mod
    ? { dx: null, dy: null, lines: [] }
    : helperLines(moved, placesBeside(definition, ids, moved), reach);
  const by = {
    x: still.x ? 0 : help.dx === null ? grid.x - wanted.place.x : asked.x + help.dx,
    y: still.y ? 0 : help.dy === null ? grid.y - wanted.place.y : asked.y + help.dy,
  };
  const places = placesOf(definition);
  return {
    ids: selection.some((id) => to.has(id)) ? [...new Set([...ids, ...selection])] : ids,
    moves: new Map(
      ids.flatMap((id) => {
        const place = places.get(id);
        return place ? [[id, { x: place.x + by.x, y: place.y + by.y }] as const] : [];
      }),
    ),
    by,
    copies: held.alt,
    places: steps.map(({ place }) => ({ ...place, x: place.x + by.x, y: place.y + by.y })),
    lines: help.lines.filter(({ axis, sort }) => !still[sort === "space" ? other(axis) : axis]),
  };
}

/** A space on one axis is shown by a line along it. */
function other(axis: "x" | "y"): "x" | "y" {
  return axis === "x" ? "y" : "x";
}

/** How far the pointer asks to go. All that is dragged goes the same way, so the first tells. */
function wantedBy(
  definition: WorkflowDefinition,
  to: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): { readonly place: Place; readonly by: { readonly x: number; readonly y: number } } | null {
  for (const [id, position] of to) {
    const place = drawnPlace(definition, id);
    if (place) return { place, by: { x: position.x - place.x, y: position.y - place.y } };
  }
  return null;
}

function drawnPlace(definition: WorkflowDefinition, id: string): Place | null {
  const step = placesOf(definition).get(id);
  if (step) return step;
  const group = groupOf(definition, id);
  if (!group) return null;
  return placesOf(withGroupsFolded(definition)).get(id) ?? frameOf(definition, group);
}

/** The places of the steps around, on the same level and not too far away. */
function placesBeside(definition: WorkflowDefinition, ids: readonly string[], box: Place): readonly Place[] {
  const moving = new Set(ids);
  const parent = indexOf(definition).nodes.get(ids[0] ?? "")?.parent?.id ?? null;
  const around = parent === null ? { x: 0, y: 0 } : (absolutePlace(definition, parent) ?? { x: 0, y: 0 });
  const places = placesOf(definition);
  return (containerOf(definition, parent)?.nodes ?? []).flatMap((node) => {
    const place = places.get(node.id);
    if (!place || node.kind === "boundary" || moving.has(node.id)) return [];
    const x = place.x + around.x;
    const y = place.y + around.y;
    return Math.abs(x - box.x) < NEAR.x && Math.abs(y - box.y) < NEAR.y ? [{ ...place, x, y }] : [];
  });
}
