import type { Node, WorkflowDefinition } from "@flowright/definition";
import type { Point, Route } from "../../diagram/route/route.ts";
import { routesOf } from "../../diagram/route/routes-of.ts";
import type { Command } from "../../model/command/command.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { placesOf } from "../../model/geometry/places-of.ts";
import { isGateway, type Place } from "../../model/geometry/size-of.ts";
import { execute, historyOf } from "../../model/history.ts";
import { drawnOf, isOnGround } from "../drill/ground.ts";

/** What an edit would draw: nothing of it is in the document. */
export interface Preview {
  readonly steps: readonly (PreviewStep & { readonly node: Node })[];
  /** Steps that would make room, where they would stand then. */
  readonly moved: readonly PreviewStep[];
  readonly lines: readonly { readonly id: string; readonly points: readonly Point[] }[];
}

export interface PreviewStep {
  readonly id: string;
  readonly place: Place;
  readonly shape: "card" | "gateway" | "event";
}

/** More moved outlines than these say nothing to anybody. */
const MOST_MOVED = 60;
/** In a larger flow finding the way of every line that moves would be felt at each key. */
const MANY_STEPS = 300;

/**
 * What is new after a command: steps, lines that are new or take another way, and steps that move, all in the coordinates
 * of the canvas. `routes` are the lines as they are drawn now. Null where the command would be refused or changes nothing.
 */
export function previewOf(
  definition: WorkflowDefinition,
  command: Command,
  ground: string | null,
  routes: ReadonlyMap<string, Route>,
): Preview | null {
  const { outcome } = execute(historyOf(definition), command, 0);
  if (!outcome.ok || outcome.definition === definition) return null;
  const [before, after] = [drawnOf(definition, ground), drawnOf(outcome.definition, ground)];
  const known = indexOf(before).nodes;
  const steps: Preview["steps"][number][] = [];
  const moved: PreviewStep[] = [];
  for (const [id, { node }] of indexOf(after).nodes) {
    const place = absolutePlace(after, id);
    if (!place || !isOnGround(after, id, ground)) continue;
    const was = known.has(id) ? absolutePlace(before, id) : null;
    if (was === null) steps.push({ id, node, place, shape: shapeOf(node, place) });
    else if (was.x !== place.x || was.y !== place.y) moved.push({ id, place, shape: shapeOf(node, place) });
  }
  const lines =
    known.size > MANY_STEPS
      ? straightLines(after, new Set(steps.map(({ id }) => id)))
      : [...routesOf(after, placesOf(after), { places: placesOf(before), routes })].flatMap(
          ([id, { points }]) => (isSameWay(routes.get(id)?.points, points) ? [] : [{ id, points }]),
        );
  return { steps, moved: moved.slice(0, MOST_MOVED), lines };
}

/** The lines of new steps from middle to middle: good enough to see where they lead. */
function straightLines(after: WorkflowDefinition, fresh: ReadonlySet<string>): Preview["lines"] {
  return [...indexOf(after).edges.values()].flatMap(({ edge }) => {
    if (!fresh.has(edge.source) && !fresh.has(edge.target)) return [];
    const [from, to] = [absolutePlace(after, edge.source), absolutePlace(after, edge.target)];
    if (!from || !to) return [];
    const start = { x: from.x + from.width, y: from.y + from.height / 2 };
    return [{ id: edge.id, points: [start, { x: to.x, y: to.y + to.height / 2 }] }];
  });
}

function shapeOf({ kind }: Node, { width }: Place): PreviewStep["shape"] {
  return isGateway(kind) ? "gateway" : width < 100 ? "event" : "card";
}

function isSameWay(one: readonly Point[] | undefined, other: readonly Point[]): boolean {
  return (
    one !== undefined &&
    one.length === other.length &&
    one.every(({ x, y }, at) => x === other[at]?.x && y === other[at]?.y)
  );
}
