import { type Edge, edgesOf, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { arrangeWith } from "#arrange";
import { roundedPath } from "../diagram/route/rounded-path.ts";
import type { Point, Route } from "../diagram/route/route.ts";
import { routesOf } from "../diagram/route/routes-of.ts";
import { type Lexicon, lexiconOf } from "../diagram/words/lexicon.ts";
import { edgeLabel } from "../diagram/words/step-name.ts";
import { arranged } from "../model/geometry/arranged.ts";
import { placesOf } from "../model/geometry/places-of.ts";
import { isGateway, type Place } from "../model/geometry/size-of.ts";
import { withGroupsFolded } from "../model/group/with-groups-folded.ts";
import { COLOURS } from "./colours.ts";
import { drawingPicture } from "./drawing-picture.ts";
import { stepPicture } from "./step-picture.ts";
import { CHINESE_STYLE, element, escaped, round, textBlock } from "./svg.ts";
import { textLines, textWidth } from "./text-lines.ts";

export interface PictureOptions {
  readonly language?: "en" | "zh-CN" | undefined;
  /** Names of people, roles, systems, flows and decisions that the definition does not say. */
  readonly names?: Parameters<typeof lexiconOf>[2] | undefined;
  /** Ground of the picture; null for none. */
  readonly ground?: string | null | undefined;
  /** Of a larger picture only so much, from where the flow begins; in the pixels of the drawing. */
  readonly beginning?: { readonly width: number; readonly height: number } | undefined;
}

interface Placed {
  readonly node: Node;
  readonly place: Place;
}

const MARGIN = 32;
/** Room for the names that stand beside events and gateways. */
const NAMES = 64;

/**
 * The picture of a flow as SVG, painted from the definition as the designer draws it: no browser is needed, and the
 * same definition always gives the same text.
 */
export function flowPicture(given: WorkflowDefinition, options: PictureOptions = {}): string {
  arrangeWith(arranged);
  const { language = "en", ground = COLOURS.ground, names = {} } = options;
  const definition = withGroupsFolded(given);
  const lexicon = lexiconOf(definition, language, names);
  const places = placesOf(definition);
  const steps = placedSteps(definition);
  const routes = routesOf(definition, places);
  const drawing = drawingPicture(definition, places, routes);
  const whole = frameAround(steps, routes, drawing.places);
  const { left, top, width, height } = options.beginning
    ? beginningOf(whole, steps, options.beginning)
    : whole;
  const undoing = undoingSteps(definition);
  const { lines, chips } = linePictures(definition, routes, lexicon);
  const title = lexicon.text(definition.name);
  const containers = steps.filter(({ node }) => isOpen(node));
  const others = steps.filter(({ node }) => !isOpen(node));
  const atEdges = others.filter(({ node }) => node.kind === "boundary");
  const draw = (list: readonly Placed[]) =>
    list.map(({ node, place }) => stepPicture(node, place, lexicon, undoing.has(node.id)));
  const content = [
    `<title>${escaped(title)}</title>`,
    CHINESE_STYLE,
    ARROW,
    ground === null ? "" : element("rect", { x: left, y: top, width, height, fill: ground }),
    ...drawing.behind,
    ...draw(containers),
    ...lines,
    ...draw(others.filter(({ node }) => node.kind !== "boundary")),
    ...draw(atEdges),
    ...chips,
    ...drawing.before,
  ].filter((part) => part !== "");
  return `${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `${left} ${top} ${width} ${height}`,
      width,
      height,
      "font-family":
        'Inter, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", "Liberation Sans", Arial, sans-serif',
    },
    `\n${content.join("\n")}\n`,
  )}\n`;
}

const ARROW = element(
  "defs",
  {},
  element(
    "marker",
    { id: "arrow", viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 7, markerHeight: 7, orient: "auto" },
    element("path", { d: "M1 1L9 5L1 9z", fill: COLOURS.line }),
  ),
);

function isOpen(node: Node): boolean {
  return isContainer(node) && !node.collapsed;
}

/** Every step that is shown, in the coordinates of the whole picture, containers before what is in them. */
function placedSteps(definition: WorkflowDefinition): Placed[] {
  const places = placesOf(definition);
  const found: Placed[] = [];
  const visit = (nodes: readonly Node[], offset: Point): void => {
    for (const node of nodes) {
      const place = places.get(node.id);
      if (place === undefined) continue;
      const moved = { ...place, x: place.x + offset.x, y: place.y + offset.y };
      found.push({ node, place: moved });
      if (isContainer(node) && !node.collapsed) visit(node.nodes, moved);
    }
  };
  visit(definition.nodes, { x: 0, y: 0 });
  return found;
}

function linePictures(
  definition: WorkflowDefinition,
  routes: ReadonlyMap<string, Route>,
  lexicon: Lexicon,
): { readonly lines: readonly string[]; readonly chips: readonly string[] } {
  const lines: string[] = [];
  const chips: string[] = [];
  for (const { edge, container } of edgesOf(definition)) {
    const route = routes.get(edge.id);
    if (route === undefined) continue;
    const within = container === null ? definition.nodes : container.nodes;
    const source = within.find(({ id }) => id === edge.source);
    const dashes =
      container?.kind === "plan"
        ? "6 3"
        : source?.kind === "boundary" && source.event.type === "compensation"
          ? "2 4"
          : undefined;
    lines.push(
      linePicture(
        edge,
        route,
        dashes,
        edge.default === true && source !== undefined && isGateway(source.kind),
      ),
    );
    const label = edgeLabel(edge, lexicon);
    if (label !== "") chips.push(chip(label, route.label));
  }
  return { lines, chips };
}

function linePicture(edge: Edge, { points }: Route, dashes: string | undefined, slash: boolean): string {
  const look = { fill: "none", stroke: COLOURS.line, "stroke-width": 1.5 };
  const line = element("path", {
    "data-id": edge.id,
    d: roundedPath(points),
    ...look,
    "stroke-dasharray": dashes,
    "marker-end": "url(#arrow)",
  });
  const [a, b] = points;
  if (!slash || a === undefined || b === undefined) return line;
  const x = a.x + Math.sign(b.x - a.x) * 12;
  const y = a.y + Math.sign(b.y - a.y) * 12;
  return line + element("path", { d: `M${x - 4} ${y + 5}L${x + 4} ${y - 5}`, ...look });
}

function chip(label: string, at: Point): string {
  const lines = textLines(label, 12, 134, 2);
  const width = round(Math.max(...lines.map((line) => textWidth(line, 12))) + 16);
  const height = lines.length * 17 + 4;
  return (
    element("rect", {
      x: round(at.x - width / 2),
      y: round(at.y - height / 2),
      width,
      height,
      rx: 10,
      fill: COLOURS.surface,
      stroke: COLOURS.border,
    }) + textBlock(lines, at, { size: 12, height: 17, fill: COLOURS.quiet, anchor: "middle" })
  );
}

/** Steps that stand beside the flow and undo another one, on all levels. */
function undoingSteps({ nodes, edges }: Pick<WorkflowDefinition, "nodes" | "edges">): ReadonlySet<string> {
  const undo = new Set(
    nodes.flatMap((node) =>
      node.kind === "boundary" && node.event.type === "compensation" ? [node.id] : [],
    ),
  );
  const here = edges.flatMap(({ source, target }) => (undo.has(source) ? [target] : []));
  return new Set([...here, ...nodes.flatMap((node) => (isContainer(node) ? [...undoingSteps(node)] : []))]);
}

/** A part of the frame at its left end, level with the first start. */
function beginningOf(
  whole: Frame,
  steps: readonly Placed[],
  { width, height }: { readonly width: number; readonly height: number },
): Frame {
  const start = steps.find(({ node }) => node.kind === "start")?.place;
  const [w, h] = [Math.min(width, whole.width), Math.min(height, whole.height)];
  const level = start === undefined ? whole.top : start.y + start.height / 2 - h / 2;
  const lowest = whole.top + whole.height - h;
  return { left: whole.left, top: Math.max(whole.top, Math.min(level, lowest)), width: w, height: h };
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function frameAround(steps: readonly Placed[], routes: ReadonlyMap<string, Route>, beside: readonly Place[]) {
  const xs = beside.flatMap(({ x, width }) => [x, x + width]);
  const ys = beside.flatMap(({ y, height }) => [y, y + height]);
  for (const { node, place } of steps) {
    const named = node.kind === "boundary" || isGateway(node.kind) || place.width < 60 ? NAMES : 0;
    xs.push(place.x - named, place.x + place.width + named);
    ys.push(place.y - named / 2, place.y + place.height + named / 2);
  }
  for (const { points } of routes.values())
    for (const { x, y } of points) {
      xs.push(x);
      ys.push(y);
    }
  const [left, right] = [least(xs), -least(xs.map((x) => -x))];
  const [top, bottom] = [least(ys), -least(ys.map((y) => -y))];
  return {
    left: Math.floor(left - MARGIN),
    top: Math.floor(top - MARGIN),
    width: Math.ceil(right - left + 2 * MARGIN),
    height: Math.ceil(bottom - top + 2 * MARGIN),
  };
}

/** Of nothing it is 0. */
function least(values: readonly number[]): number {
  return values.reduce((min, value) => Math.min(min, value), values[0] ?? 0);
}
