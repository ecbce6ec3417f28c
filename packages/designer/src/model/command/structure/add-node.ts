import type { Node } from "@flowright/definition";
import { withContainer } from "../../document/container.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { newNode } from "../../document/new-node.ts";
import type { ElementType } from "../../element/element-type.ts";
import { freePlace } from "../../geometry/free-place.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { fixedSizeOf } from "../../geometry/size-of.ts";
import { canDrop } from "../../rule/can-drop.ts";
import { type Command, refused } from "../command.ts";

/** Where a new step goes: on free ground, or (events) on the edge of a step. */
export type NewPlace =
  | {
      readonly container: string | null;
      /** Wanted centre relative to the container; the nearest free place below is taken. */
      readonly centre: { readonly x: number; readonly y: number };
    }
  | { readonly attachedTo: string };

/** Adds a step. */
export function addNode(element: ElementType, place: NewPlace): Command {
  return {
    label: { en: `Add ${element.name.en}`, "zh-CN": `添加${element.name["zh-CN"]}` },
    execute(definition) {
      const onStep = "attachedTo" in place;
      const allowed = canDrop(
        definition,
        element,
        onStep ? { type: "step", step: place.attachedTo } : { type: "container", container: place.container },
      );
      if (allowed !== true) return { ok: false, refusal: allowed };
      const container = onStep
        ? (indexOf(definition).nodes.get(place.attachedTo)?.parent?.id ?? null)
        : place.container;
      const target = containerOf(definition, container);
      if (!target) return refused("container.unknown", "That sub-process is gone.", "该子流程已不存在。");
      const newId = idsFor(definition);
      let node: Node;
      if (onStep) node = newNode(element, newId, { attachedTo: place.attachedTo });
      else {
        const size = fixedSizeOf(element.kind);
        const places = placesOf(definition);
        const taken = target.nodes.flatMap((each) => places.get(each.id) ?? []);
        const free = freePlace(
          { ...size, x: place.centre.x - size.width / 2, y: place.centre.y - size.height / 2 },
          taken,
        );
        node = newNode(element, newId, { position: { x: free.x, y: free.y } });
      }
      return {
        ok: true,
        definition: withContainer(definition, container, ({ nodes, edges }) => ({
          nodes: [...nodes, node],
          edges,
        })),
        selection: [node.id],
      };
    },
  };
}
