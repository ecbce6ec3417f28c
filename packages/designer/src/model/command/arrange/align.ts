import type { BilingualText } from "@flowright/definition";
import { boundsOf } from "../../geometry/bounds.ts";
import type { Place } from "../../geometry/size-of.ts";
import { type Command, refused } from "../command.ts";
import { moveNodes } from "../structure/move-nodes.ts";
import { movableSteps, movedBy } from "./movable.ts";

export type Side = "left" | "centre" | "right" | "top" | "middle" | "bottom";

const LABELS: Readonly<Record<Side, BilingualText>> = {
  left: { en: "Align left", "zh-CN": "左对齐" },
  centre: { en: "Align centres", "zh-CN": "水平居中对齐" },
  right: { en: "Align right", "zh-CN": "右对齐" },
  top: { en: "Align top", "zh-CN": "顶部对齐" },
  middle: { en: "Align middles", "zh-CN": "垂直居中对齐" },
  bottom: { en: "Align bottom", "zh-CN": "底部对齐" },
};

/** Puts steps on one line: their outermost edge, or the middle of them all. */
export function alignSteps(ids: readonly string[], side: Side): Command {
  return {
    label: LABELS[side],
    execute(definition) {
      const steps = movableSteps(definition, ids);
      const around = boundsOf(steps.map(({ place }) => place));
      if (!around || steps.length < 2) {
        return refused(
          "align.too-few",
          "Select at least two steps to align them.",
          "请至少选择两个节点再对齐。",
        );
      }
      const shifts = new Map(steps.map(({ id, place }) => [id, shift(place, around, side)]));
      return moveNodes(movedBy(definition, shifts)).execute(definition);
    },
  };
}

function shift(place: Place, around: Place, side: Side): { x: number; y: number } {
  switch (side) {
    case "left":
      return { x: around.x - place.x, y: 0 };
    case "centre":
      return { x: around.x + around.width / 2 - (place.x + place.width / 2), y: 0 };
    case "right":
      return { x: around.x + around.width - (place.x + place.width), y: 0 };
    case "top":
      return { x: 0, y: around.y - place.y };
    case "middle":
      return { x: 0, y: around.y + around.height / 2 - (place.y + place.height / 2) };
    case "bottom":
      return { x: 0, y: around.y + around.height - (place.y + place.height) };
  }
}
