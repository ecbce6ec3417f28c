import type { DrawingGroup, WorkflowDefinition } from "@flowright/definition";
import type { Node as RfNode } from "@xyflow/react";
import type { Places } from "../../model/geometry/places-of.ts";
import { frameOf, isInSight, membersOf } from "../../model/group/groups-of.ts";
import { chainLength } from "./chain-length.ts";

/** What a drawn frame needs to know; `look` is what the designer adds. */
export interface FrameData<Look> extends Record<string, unknown> {
  readonly group: DrawingGroup;
  readonly name: string;
  readonly look: Look;
}

export type FrameNode<Look> = RfNode<FrameData<Look>, "frame">;

/** What differs from frame to frame besides its place. */
export interface FrameExtras<Look> {
  readonly look: Look;
  readonly name: string;
  readonly ariaLabel: string;
  readonly draggable: boolean;
}

/**
 * The frames of open groups for React Flow, behind the steps in them. Only the head of a frame takes the pointer, so
 * that what is behind and in it stays reachable.
 */
export function frameNodes<Look>(
  definition: WorkflowDefinition,
  places: Places,
  shown: ReadonlySet<string>,
  extrasOf: (group: DrawingGroup, count: number) => FrameExtras<Look>,
): FrameNode<Look>[] {
  return (definition.drawing?.groups ?? []).flatMap((group) => {
    if (shown.has(group.id) || !isInSight(definition, group)) return [];
    const frame = frameOf(definition, group, places);
    if (!frame) return [];
    const { x, y, width, height } = frame;
    const count = membersOf(definition, group, places).length;
    const { look, name, ariaLabel, draggable } = extrasOf(group, count);
    return [
      {
        id: group.id,
        type: "frame" as const,
        position: { x, y },
        ...(group.in === undefined ? {} : { parentId: group.in }),
        width,
        height,
        measured: { width, height },
        zIndex: chainLength(definition, group.in) * 3,
        selectable: false,
        draggable,
        connectable: false,
        style: { pointerEvents: "none" as const },
        ariaLabel,
        ariaRole: "group" as const,
        domAttributes: { tabIndex: -1, "aria-roledescription": undefined },
        data: { group, name, look },
      },
    ];
  });
}

/** Frames of the whole flow come before everything, those inside of a block after it. */
export function withFrames<T extends { readonly parentId?: string | undefined }, F extends T>(
  nodes: readonly T[],
  frames: readonly F[],
): T[] {
  if (frames.length === 0) return [...nodes];
  return [
    ...frames.filter(({ parentId }) => parentId === undefined),
    ...nodes,
    ...frames.filter(({ parentId }) => parentId !== undefined),
  ];
}
