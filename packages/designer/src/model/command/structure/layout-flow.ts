import type { Node } from "@flowright/definition";
import { mapped, withEveryContainer } from "../../document/container.ts";
import type { Places } from "../../geometry/places-of.ts";
import { tidiedPlaces } from "../../geometry/tidied-places.ts";
import type { Command } from "../command.ts";

/** Arranges the whole flow afresh, sub-processes included, or some of its steps. Touches positions and nothing else. */
export function layoutFlow(only: readonly string[] = []): Command {
  return {
    label: TIDY_UP,
    execute: (definition) => placedAt(tidiedPlaces(definition, only)).execute(definition),
  };
}

/** The same with places that were worked out elsewhere. */
export function placedAt(places: Places): Command {
  return {
    label: TIDY_UP,
    execute(definition) {
      return {
        ok: true,
        definition: withEveryContainer(definition, (container) => {
          const nodes = mapped(container.nodes, (node): Node => {
            const place = places.get(node.id);
            if (!place || node.kind === "boundary") return node;
            if (node.position?.x === place.x && node.position.y === place.y) return node;
            return { ...node, position: { x: place.x, y: place.y } };
          });
          return nodes === container.nodes ? container : { nodes, edges: container.edges };
        }),
      };
    },
  };
}

const TIDY_UP = { en: "Tidy up", "zh-CN": "自动布局" };
