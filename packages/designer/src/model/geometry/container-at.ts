import { isContainer, type WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../document/index-of.ts";
import { type Places, placesOf } from "./places-of.ts";
import type { Place } from "./size-of.ts";

/** The place of a step in the coordinates of the whole canvas. */
export function absolutePlace(
  definition: WorkflowDefinition,
  id: string,
  places: Places = placesOf(definition),
): Place | null {
  const { nodes } = indexOf(definition);
  const own = places.get(id);
  if (!own) return null;
  let { x, y } = own;
  for (let parent = nodes.get(id)?.parent; parent; parent = nodes.get(parent.id)?.parent ?? null) {
    const around = places.get(parent.id);
    x += around?.x ?? 0;
    y += around?.y ?? 0;
  }
  return { ...own, x, y };
}

/** The innermost open sub-process at a point of the canvas (null: the flow), and the point relative to it. */
export function containerAt(
  definition: WorkflowDefinition,
  point: { readonly x: number; readonly y: number },
): { readonly container: string | null; readonly local: { x: number; y: number } } {
  const places = placesOf(definition);
  let container: string | null = null;
  let local = { x: point.x, y: point.y };
  let nodes: WorkflowDefinition["nodes"] | undefined = definition.nodes;
  while (nodes) {
    const hit: WorkflowDefinition["nodes"][number] | undefined = nodes.find((node) => {
      if (!isContainer(node) || node.collapsed) return false;
      const place = places.get(node.id);
      return (
        place &&
        local.x >= place.x &&
        local.y >= place.y &&
        local.x <= place.x + place.width &&
        local.y <= place.y + place.height
      );
    });
    if (!hit || !isContainer(hit)) break;
    const place = places.get(hit.id);
    local = { x: local.x - (place?.x ?? 0), y: local.y - (place?.y ?? 0) };
    container = hit.id;
    nodes = hit.nodes;
  }
  return { container, local };
}
