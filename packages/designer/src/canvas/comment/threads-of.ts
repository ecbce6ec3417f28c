import type { WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import type { CommentPlace, DrawingComment } from "./comments-host.ts";

/** A comment with its answers. */
export interface Thread {
  readonly first: DrawingComment;
  readonly replies: readonly DrawingComment[];
  readonly unread: boolean;
  /** The step or line that it stood at is not in the flow any more. */
  readonly removed: boolean;
}

/** The threads of a flow, open ones before resolved ones, the latest first. */
export function threadsOf(
  comments: readonly DrawingComment[],
  definition: WorkflowDefinition,
): readonly Thread[] {
  const { nodes, edges } = indexOf(definition);
  return comments
    .filter(({ thread }) => thread === null)
    .map((first) => {
      const replies = comments.filter(({ thread }) => thread === first.id);
      const on = first.place?.on ?? null;
      return {
        first,
        replies,
        unread: first.unread || replies.some(({ unread }) => unread),
        removed: on !== null && !nodes.has(on) && !edges.has(on),
      };
    })
    .sort(
      (one, other) =>
        Number(one.first.resolvedAt !== null) - Number(other.first.resolvedAt !== null) ||
        lastOf(other).localeCompare(lastOf(one)),
    );
}

function lastOf({ first, replies }: Thread): string {
  return (replies.at(-1) ?? first).at;
}

/** Where a pin stands on the canvas: it moves with its step or line; null where that is not drawn or not there. */
export function pinPlace(drawn: WorkflowDefinition, place: CommentPlace): { x: number; y: number } | null {
  if (place.on === null) return { x: place.x, y: place.y };
  const edge = indexOf(drawn).edges.get(place.on)?.edge;
  if (!edge) {
    const step = absolutePlace(drawn, place.on);
    return step && { x: step.x + place.x, y: step.y + place.y };
  }
  const source = absolutePlace(drawn, edge.source);
  const target = absolutePlace(drawn, edge.target);
  if (!source || !target) return null;
  return {
    x: (source.x + source.width + target.x) / 2 + place.x,
    y: (source.y + source.height / 2 + target.y + target.height / 2) / 2 + place.y,
  };
}
