import type { WorkflowDefinition } from "@flowright/definition";
import type { Viewport } from "@xyflow/react";
import { absolutePlace } from "../model/geometry/container-at.ts";
import type { Places } from "../model/geometry/places-of.ts";

/** What both drawings look at: the window of the later version, and how far the earlier one is pushed, in its units. */
export interface SharedView {
  readonly look: Viewport;
  readonly shift: { readonly x: number; readonly y: number };
}

export type Version = "before" | "after";

/** A version as it is drawn. */
export interface Drawn {
  readonly definition: WorkflowDefinition;
  readonly places: Places;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

const READABLE = 0.6;

/** The window of one drawing. */
export function viewportOf({ look, shift }: SharedView, version: Version): Viewport {
  if (version === "after") return look;
  return { x: look.x + shift.x * look.zoom, y: look.y + shift.y * look.zoom, zoom: look.zoom };
}

/** Both go along when one of them is panned or zoomed. */
export function movedTo(view: SharedView, version: Version, to: Viewport): SharedView {
  if (version === "after") return { ...view, look: to };
  const { shift } = view;
  return { ...view, look: { x: to.x - shift.x * to.zoom, y: to.y - shift.y * to.zoom, zoom: to.zoom } };
}

/** All of both versions in a frame, as large as fits. */
export function fitted(flows: readonly Drawn[], frame: Size): SharedView {
  const all = flows.flatMap(({ definition, places }) =>
    definition.nodes.flatMap(({ id }) => places.get(id) ?? []),
  );
  const [left, top] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))];
  const right = Math.max(...all.map(({ x, width }) => x + width));
  const bottom = Math.max(...all.map(({ y, height }) => y + height));
  const shift = { x: 0, y: 0 };
  if (all.length === 0 || frame.width <= 0) return { look: { x: 0, y: 0, zoom: 1 }, shift };
  const room = 48;
  const zoom = Math.max(
    0.05,
    Math.min(1, (frame.width - room) / (right - left), (frame.height - room) / (bottom - top)),
  );
  return {
    look: {
      x: (frame.width - (left + right) * zoom) / 2,
      y: (frame.height - (top + bottom) * zoom) / 2,
      zoom,
    },
    shift,
  };
}

/** Whether a view of the whole can still be read. */
export function isReadable({ look }: SharedView): boolean {
  return look.zoom >= 0.35;
}

/** The middle of a step, or of a line, in the coordinates of its drawing; null where it is not drawn. */
export function spotOf(
  { definition, places }: Drawn,
  id: string,
  labels: ReadonlyMap<string, Spot>,
): Spot | null {
  const place = absolutePlace(definition, id, places);
  if (place !== null) return { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  return labels.get(id) ?? null;
}

/** Brings a change into the middle of both drawings, wherever it stands in each, and near enough to be read. */
export function centred(view: SharedView, before: Spot | null, after: Spot | null, frame: Size): SharedView {
  const zoom = Math.max(view.look.zoom, READABLE);
  const shift =
    before !== null && after !== null ? { x: after.x - before.x, y: after.y - before.y } : view.shift;
  const spot = after ?? (before === null ? null : { x: before.x + shift.x, y: before.y + shift.y });
  if (spot === null) return view;
  return {
    look: { x: frame.width / 2 - spot.x * zoom, y: frame.height / 2 - spot.y * zoom, zoom },
    shift,
  };
}
