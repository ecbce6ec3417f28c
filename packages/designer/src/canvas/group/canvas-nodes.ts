import type { DrawingGroup, WorkflowDefinition } from "@flowright/definition";
import type { Node as RfNode } from "@xyflow/react";
import type { FlowNode, StepData } from "../../diagram/flow-elements.ts";
import { type FrameNode, frameNodes, withFrames } from "../../diagram/group/frame-nodes.ts";
import type { Lexicon } from "../../diagram/words/lexicon.ts";
import type { Places } from "../../model/geometry/places-of.ts";
import { textsOf } from "../../texts/texts-of.ts";
import { onGround } from "../drill/on-ground.ts";
import type { StepLook } from "../node/step-look.ts";
import { GROUP_TEXTS } from "./group-texts.ts";

/** What the designer adds to a frame. */
export interface FrameLook {
  readonly selected: boolean;
  readonly editable: boolean;
}

/** A folded group, drawn as one card. */
interface CardData extends StepData<StepLook> {
  readonly group: DrawingGroup;
}

export type GroupCardNode = RfNode<CardData, "card">;
export type GroupFrameNode = FrameNode<FrameLook>;
export type CanvasNode = FlowNode<StepLook> | GroupCardNode | GroupFrameNode;

/** The drawn steps with the groups that they belong to: a frame around them, or a card in their place. */
export function withGroupNodes(
  steps: readonly FlowNode<StepLook>[],
  definition: WorkflowDefinition,
  places: Places,
  lexicon: Lexicon,
  {
    chosen,
    readOnly,
    ground,
  }: {
    readonly chosen: ReadonlySet<string>;
    readonly readOnly: boolean;
    readonly ground: string | null;
  },
): CanvasNode[] {
  const groups = new Map((definition.drawing?.groups ?? []).map((group) => [group.id, group]));
  if (groups.size === 0) return [...steps];
  const t = textsOf(GROUP_TEXTS, lexicon.language);
  const named = (group: DrawingGroup) => group.name ?? t("group");
  const spoken = (group: DrawingGroup, count: number) =>
    t(count === 1 ? "spokenOne" : "spoken", { name: group.name ?? "", count });
  const drawn = steps.map((step): CanvasNode => {
    const group = groups.get(step.id);
    if (!group) return step;
    const { node } = step.data;
    const inside = "nodes" in node ? node.nodes : [];
    const count = inside.length;
    return {
      ...step,
      // What is selected inside shows on the card.
      selected: step.selected === true || inside.some(({ id }) => chosen.has(id)),
      type: "card",
      connectable: false,
      ariaLabel: spoken(group, count),
      data: { ...step.data, group },
    };
  });
  const shown = new Set(steps.map(({ id }) => id));
  const frames = frameNodes<FrameLook>(definition, places, shown, (group, count) => ({
    look: { selected: chosen.has(group.id), editable: !readOnly },
    name: named(group),
    ariaLabel: spoken(group, count),
    draggable: !readOnly,
  }));
  return withFrames<CanvasNode, GroupFrameNode>(drawn, onGround(frames, definition, ground));
}
