import type { DrawingGroup, DrawingLane, DrawingNote, WorkflowDefinition } from "@flowright/definition";
import type { Route } from "../diagram/route/route.ts";
import { absolutePlace } from "../model/geometry/container-at.ts";
import type { Places } from "../model/geometry/places-of.ts";
import type { Place } from "../model/geometry/size-of.ts";
import { frameOf, isInSight, originOf } from "../model/group/groups-of.ts";
import { COLOURS, GROUPS, NOTE } from "./colours.ts";
import { element, textBlock } from "./svg.ts";
import { textLines } from "./text-lines.ts";

/** What belongs to the drawing and does not run: its picture, and the places that it takes. */
export interface DrawingPicture {
  /** Lanes and the frames of groups, behind the steps. */
  readonly behind: readonly string[];
  /** Notes, before everything. */
  readonly before: readonly string[];
  readonly places: readonly Place[];
}

/** Lanes, groups and notes of a definition as it is drawn, in the coordinates of the picture. */
export function drawingPicture(
  definition: WorkflowDefinition,
  places: Places,
  routes: ReadonlyMap<string, Route>,
): DrawingPicture {
  const { lanes = [], groups = [], notes = [] } = definition.drawing ?? {};
  const framed = [
    ...lanes.flatMap((lane) => laneFrame(lane) ?? []),
    ...groups.flatMap((group) => groupFrame(definition, group, places) ?? []),
  ];
  const written = notes.map((note, at) => notePicture(definition, note, at, places, routes));
  return {
    behind: framed.map(({ picture }) => picture),
    before: written.map(({ picture }) => picture),
    places: [...framed, ...written].map(({ place }) => place),
  };
}

interface Drawn {
  readonly place: Place;
  readonly picture: string;
}

/** A lane has its name upright at its left edge. */
function laneFrame({ id, name, position, size }: DrawingLane): Drawn | null {
  if (!position || !size) return null;
  const place = { ...position, ...size };
  const middle = { x: place.x + 15, y: place.y + place.height / 2 };
  const words = textBlock(textLines(name ?? "", 12, place.height - 16, 1), middle, {
    size: 12,
    height: 17,
    fill: COLOURS.quiet,
    weight: 600,
    anchor: "middle",
  });
  const frame = element("rect", { ...place, rx: 4, fill: "none", stroke: COLOURS.borderStrong });
  const head = element("path", {
    d: `M${place.x + 30} ${place.y}v${place.height}`,
    stroke: COLOURS.border,
    fill: "none",
  });
  const upright = element("g", { transform: `rotate(-90 ${middle.x} ${middle.y})` }, words);
  return { place, picture: element("g", { "data-id": id, "data-kind": "lane" }, frame + head + upright) };
}

function groupFrame(definition: WorkflowDefinition, group: DrawingGroup, places: Places): Drawn | null {
  // A folded one is drawn as a card.
  if ((group.collapsed && places.has(group.id)) || !isInSight(definition, group)) return null;
  const frame = frameOf(definition, group, places);
  if (!frame) return null;
  const origin = originOf(definition, group, places);
  const place = { ...frame, x: frame.x + origin.x, y: frame.y + origin.y };
  const colour = GROUPS[group.colour ?? "grey"];
  const picture = [
    element("rect", {
      ...place,
      rx: 12,
      fill: colour,
      "fill-opacity": 0.06,
      stroke: colour,
      "stroke-dasharray": "6 4",
    }),
    textBlock(
      textLines(group.name ?? "", 13, place.width - 24, 1),
      { x: place.x + 12, y: place.y + 18 },
      { size: 13, height: 17, fill: colour, weight: 600 },
    ),
  ].join("");
  return { place, picture: element("g", { "data-id": group.id, "data-kind": "group" }, picture) };
}

/** Written on paper; a dotted line leads to what it is about. One without a place stands above that, or above the flow. */
function notePicture(
  definition: WorkflowDefinition,
  note: DrawingNote,
  at: number,
  places: Places,
  routes: ReadonlyMap<string, Route>,
): Drawn {
  const anchors = (note.about ?? []).flatMap((id) => anchorOf(definition, id, places, routes) ?? []);
  const width = note.size?.width ?? 200;
  const lines = note.text.split("\n").flatMap((line) => textLines(line, 12, width - 20, 12));
  const height = Math.max(note.size?.height ?? 0, lines.length * 18 + 18);
  const [first] = anchors;
  const corner =
    note.position ??
    (first ? { x: first.x - width / 2, y: first.y - 96 - height } : { x: at * 216, y: -height - 64 });
  const place = { x: corner.x, y: corner.y, width, height };
  const ties = anchors.map((anchor) => {
    const below = anchor.y > place.y + height / 2;
    return element("path", {
      d: `M${place.x + width / 2} ${below ? place.y + height : place.y}L${anchor.x} ${anchor.y}`,
      fill: "none",
      stroke: NOTE.border,
      "stroke-dasharray": "2 4",
    });
  });
  const paper = element("rect", { ...place, rx: 6, fill: NOTE.paper, stroke: NOTE.border });
  const words = textBlock(
    lines,
    { x: place.x + 10, y: place.y + 9 + (lines.length * 18) / 2 },
    { size: 12, height: 18, fill: COLOURS.text },
  );
  return {
    place,
    picture: element("g", { "data-id": note.id, "data-kind": "note" }, ties.join("") + paper + words),
  };
}

/** The upper edge of a step, or where the label of a line stands. */
function anchorOf(
  definition: WorkflowDefinition,
  id: string,
  places: Places,
  routes: ReadonlyMap<string, Route>,
): { readonly x: number; readonly y: number } | null {
  const line = routes.get(id);
  if (line) return line.label;
  const step = absolutePlace(definition, id, places);
  return step && { x: step.x + step.width / 2, y: step.y };
}
