import { type Edge, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { MarkerType, Position, type Edge as RfEdge, type Node as RfNode } from "@xyflow/react";
import type { Container } from "../model/document/container.ts";
import type { Places } from "../model/geometry/places-of.ts";
import { isGateway, type Place } from "../model/geometry/size-of.ts";
import type { Route } from "./route/route.ts";
import type { Lexicon } from "./words/lexicon.ts";

/** What a drawn step needs to know; `look` is what the designer or the viewer adds. */
export interface StepData<Look> extends Record<string, unknown> {
  readonly node: Node;
  readonly lexicon: Lexicon;
  /** It stands beside the flow and undoes another step. */
  readonly undoes: boolean;
  readonly look: Look;
}

/** What a line says: what comes next, what waits for what (in a plan), or what undoes a step. */
export type LineSort = "next" | "dependency" | "undo";

export interface LineData<Look> extends Record<string, unknown> {
  readonly edge: Edge;
  readonly lexicon: Lexicon;
  readonly route: Route;
  readonly slash: boolean;
  readonly sort: LineSort;
  readonly look: Look;
}

export type FlowNode<Look> = RfNode<StepData<Look>, "step">;
export type FlowEdge<Look> = RfEdge<LineData<Look>, "line">;

/** What differs from step to step besides its place. */
export interface StepExtras<Look> {
  readonly look: Look;
  readonly selected: boolean;
  readonly draggable: boolean;
  readonly ariaLabel: string;
  readonly tabIndex: 0 | -1;
}

export interface LineExtras<Look> {
  readonly look: Look;
  readonly selected: boolean;
  readonly ariaLabel: string;
  readonly color: string;
}

/** The steps for React Flow, containers before what is in them. */
export function flowNodes<Look>(
  definition: WorkflowDefinition,
  places: Places,
  lexicon: Lexicon,
  extrasOf: (node: Node) => StepExtras<Look>,
): FlowNode<Look>[] {
  const made: FlowNode<Look>[] = [];
  const visit = (container: Container, parent: string | null, depth: number): void => {
    const undoing = undoingSteps(container);
    for (const node of container.nodes) {
      const place = places.get(node.id);
      if (!place) continue;
      const extras = extrasOf(node);
      const open = isContainer(node) && !node.collapsed;
      made.push({
        id: node.id,
        type: "step",
        position: { x: place.x, y: place.y },
        ...(parent === null ? {} : { parentId: parent }),
        width: place.width,
        height: place.height,
        measured: { width: place.width, height: place.height },
        handles: handlesOf(place),
        zIndex: depth * 3 + (open ? 0 : node.kind === "boundary" ? 3 : 2),
        selected: extras.selected,
        draggable: extras.draggable && node.kind !== "boundary",
        ariaLabel: extras.ariaLabel,
        ariaRole: "group",
        domAttributes: { tabIndex: extras.tabIndex, "aria-roledescription": undefined },
        data: { node, lexicon, undoes: undoing.has(node.id), look: extras.look },
      });
      if (open) visit(node, node.id, depth + 1);
    }
  };
  visit(definition, null, 0);
  return made;
}

/** Where lines could start and end, so that a step out of sight need not be drawn for its lines. */
export function handlesOf(place: Place) {
  const y = place.height / 2;
  return [
    { id: null, type: "source" as const, position: Position.Right, x: place.width, y, width: 1, height: 1 },
    { id: null, type: "target" as const, position: Position.Left, x: 0, y, width: 1, height: 1 },
  ];
}

/** The lines for React Flow; those inside a folded sub-process are left out. */
export function flowEdges<Look>(
  definition: WorkflowDefinition,
  routes: ReadonlyMap<string, Route>,
  lexicon: Lexicon,
  extrasOf: (edge: Edge) => LineExtras<Look>,
): FlowEdge<Look>[] {
  const made: FlowEdge<Look>[] = [];
  const visit = (container: Container, depth: number, inPlan: boolean): void => {
    const sources = new Map(container.nodes.map((node) => [node.id, node]));
    for (const edge of container.edges) {
      const route = routes.get(edge.id);
      if (!route) continue;
      const extras = extrasOf(edge);
      made.push({
        id: edge.id,
        type: "line",
        source: edge.source,
        target: edge.target,
        selected: extras.selected,
        zIndex: depth * 3 + 1,
        interactionWidth: 20,
        ariaLabel: extras.ariaLabel,
        ariaRole: "group",
        domAttributes: { tabIndex: -1 },
        markerEnd: { type: MarkerType.ArrowClosed, color: extras.color, width: 14, height: 14 },
        data: {
          edge,
          lexicon,
          route,
          slash: edge.default === true && isGateway(sources.get(edge.source)?.kind ?? "start"),
          sort: inPlan ? "dependency" : isUndo(sources.get(edge.source)) ? "undo" : "next",
          look: extras.look,
        },
      });
    }
    for (const node of container.nodes) {
      if (isContainer(node) && !node.collapsed) visit(node, depth + 1, node.kind === "plan");
    }
  };
  visit(definition, 0, false);
  return made;
}

/** The event that leads to what undoes a step. */
function isUndo(node: Node | undefined): boolean {
  return node?.kind === "boundary" && node.event.type === "compensation";
}

function undoingSteps({ nodes, edges }: Container): ReadonlySet<string> {
  const events = new Set(nodes.filter(isUndo).map(({ id }) => id));
  return new Set(edges.filter((edge) => events.has(edge.source)).map((edge) => edge.target));
}

/** Keeps the objects of the last drawing where nothing changed, and its list if nothing did, so that only that is drawn. */
export function keepUnchanged<T extends { id: string }>(before: T[], now: readonly T[]): T[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const kept = now.map((item) => {
    const old = known.get(item.id);
    return old && same(old, item, 6) ? old : item;
  });
  return kept.length === before.length && kept.every((item, at) => item === before[at]) ? before : kept;
}

function same(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true;
  if (depth === 0 || typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) =>
    same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], depth - 1),
  );
}
