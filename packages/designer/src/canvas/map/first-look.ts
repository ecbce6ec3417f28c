import type { WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";
import { boundsOf } from "../../model/geometry/bounds.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { placesOf } from "../../model/geometry/places-of.ts";
import type { Place } from "../../model/geometry/size-of.ts";
import { readingOrder } from "../../model/walk/neighbour-of.ts";

/** Zooms at which names can be read, the most comfortable first. */
const READABLE = [0.8, 0.6, 0.45] as const;
/** On a phone a step at 80 % would fill the screen. */
const READABLE_ON_A_PHONE = [0.6, 0.45];
const NARROW = 600;
const MARGIN = 64;

/**
 * Where a flow is looked at first that is too large to be read as a whole: at its start, as large as shows a few steps
 * together; where something is gone to already, at that. Null where no such zoom is, as in a flow whose first steps are far apart; then the whole flow tells more.
 *
 * @param box width and height of the canvas in pixels
 * @param goneTo id of the step or line that was gone to before there was a drawing
 */
export function firstLook(
  definition: WorkflowDefinition,
  box: { readonly width: number; readonly height: number },
  goneTo?: string,
): { readonly x: number; readonly y: number; readonly zoom: number } | null {
  const places = placesOf(definition);
  const sought = goneTo === undefined ? undefined : indexOf(definition).edges.get(goneTo)?.edge.source;
  const at = goneTo === undefined ? null : absolutePlace(definition, sought ?? goneTo);
  if (at) {
    const zoom = READABLE[0];
    return {
      x: box.width / 2 - (at.x + at.width / 2) * zoom,
      y: box.height / 2 - (at.y + at.height / 2) * zoom,
      zoom,
    };
  }
  const start = readingOrder(definition).find((id) =>
    definition.nodes.some((node) => node.id === id && node.kind === "start"),
  );
  const first = places.get(start ?? readingOrder(definition)[0] ?? "");
  const bounds = boundsOf(definition.nodes.flatMap(({ id }) => places.get(id) ?? []));
  if (!first || !bounds) return null;
  const narrow = box.width < NARROW;
  for (const zoom of narrow ? READABLE_ON_A_PHONE : READABLE) {
    const x = MARGIN - first.x * zoom;
    const y = heightOf(first, bounds, box.height, zoom);
    const shown = definition.nodes.filter(({ id }) => {
      const place = places.get(id);
      if (!place) return false;
      const middle = {
        x: x + (place.x + place.width / 2) * zoom,
        y: y + (place.y + place.height / 2) * zoom,
      };
      return middle.x > 0 && middle.x < box.width && middle.y > 0 && middle.y < box.height;
    });
    if (shown.length >= (narrow ? 3 : 5)) return { x, y, zoom };
  }
  return null;
}

/** The first step in the middle of the height, but no more free ground above or below the flow than its margin. */
function heightOf(first: Place, bounds: Place, height: number, zoom: number): number {
  const middle = height / 2 - (first.y + first.height / 2) * zoom;
  const highest = height - MARGIN - (bounds.y + bounds.height) * zoom;
  const lowest = MARGIN - bounds.y * zoom;
  return highest > lowest ? (highest + lowest) / 2 : Math.max(highest, Math.min(middle, lowest));
}
