import type { Node, WorkflowDefinition } from "@flowright/definition";
import { containerOf } from "../../document/index-of.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { GRID, type Place } from "../../geometry/size-of.ts";
import type { Command } from "../command.ts";
import { type Moves, moveNodes } from "../structure/move-nodes.ts";

/** Room that stays between steps when a gap is closed. */
const LEAST_GAP = 24;

/** Where room is made: a point of a ground, and how far it was dragged from there. */
export interface SpaceDrag {
  readonly container: string | null;
  /** Relative to the container. */
  readonly at: { readonly x: number; readonly y: number };
  readonly by: { readonly x: number; readonly y: number };
}

/**
 * Makes room, or closes a gap: everything right of the point moves with a drag sideways, everything below it with a drag
 * up or down; what stands on the line through the point stays. A gap is closed until steps would come too near.
 */
export function makeSpace(definition: WorkflowDefinition, drag: SpaceDrag): Command {
  const command = moveNodes(spaceMoves(definition, drag));
  return { ...command, label: { en: "Make or close room", "zh-CN": "腾出或收拢空间" } };
}

/** The steps that move, each with its new place. */
export function spaceMoves(definition: WorkflowDefinition, { container, at, by }: SpaceDrag): Moves {
  const axis = Math.abs(by.x) >= Math.abs(by.y) ? "x" : "y";
  const places = placesOf(definition);
  const all = (containerOf(definition, container)?.nodes ?? []).flatMap((node: Node) => {
    const place = node.kind === "boundary" ? undefined : places.get(node.id);
    return place ? [{ id: node.id, place }] : [];
  });
  const beyond = all.filter(({ place }) => place[axis] >= at[axis]);
  const staying = all.filter(({ place }) => place[axis] < at[axis]);
  const wanted = Math.round(by[axis] / GRID) * GRID;
  const least = wanted < 0 ? -closable(axis, beyond, staying) : 0;
  const moved = Math.max(wanted, least);
  if (moved === 0) return new Map();
  return new Map(
    beyond.map(({ id, place }) => [id, { x: place.x, y: place.y, [axis]: place[axis] + moved }]),
  );
}

interface Placed {
  readonly place: Place;
}

/** How far steps can come nearer before one of them meets one that stays. */
function closable(axis: "x" | "y", beyond: readonly Placed[], staying: readonly Placed[]): number {
  const [along, across] = axis === "x" ? (["width", "height"] as const) : (["height", "width"] as const);
  const other = axis === "x" ? "y" : "x";
  let most = Number.POSITIVE_INFINITY;
  for (const { place: one } of beyond) {
    for (const { place: stays } of staying) {
      const beside = one[other] < stays[other] + stays[across] && stays[other] < one[other] + one[across];
      if (beside) most = Math.min(most, one[axis] - stays[axis] - stays[along] - LEAST_GAP);
    }
  }
  return Number.isFinite(most) ? Math.max(0, Math.floor(most / GRID) * GRID) : Number.MAX_SAFE_INTEGER;
}
