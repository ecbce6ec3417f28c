import type { Place } from "../../geometry/size-of.ts";
import { type Command, refused } from "../command.ts";
import { moveNodes } from "../structure/move-nodes.ts";
import { movableSteps, movedBy } from "./movable.ts";

/** Makes the spaces between steps equal; the first and the last stay where they are. */
export function distributeSteps(ids: readonly string[], along: "x" | "y"): Command {
  const length = (place: Place) => (along === "x" ? place.width : place.height);
  return {
    label:
      along === "x"
        ? { en: "Distribute sideways", "zh-CN": "水平等距分布" }
        : { en: "Distribute downwards", "zh-CN": "垂直等距分布" },
    execute(definition) {
      const steps = [...movableSteps(definition, ids)].sort((a, b) => a.place[along] - b.place[along]);
      const [first, last] = [steps[0], steps.at(-1)];
      if (!first || !last || steps.length < 3) {
        return refused(
          "distribute.too-few",
          "Select at least three steps to space them evenly.",
          "请至少选择三个节点再等距分布。",
        );
      }
      const room = last.place[along] + length(last.place) - first.place[along];
      const taken = steps.reduce((sum, { place }) => sum + length(place), 0);
      const space = (room - taken) / (steps.length - 1);
      let at = first.place[along];
      const shifts = new Map(
        steps.map(({ id, place }) => {
          const by = at - place[along];
          at += length(place) + space;
          return [id, along === "x" ? { x: by, y: 0 } : { x: 0, y: by }];
        }),
      );
      return moveNodes(movedBy(definition, shifts)).execute(definition);
    },
  };
}
