import type { Node } from "@flowright/definition";
import { mapped, withEveryContainer } from "../../document/container.ts";
import { arrangedPlacesOf } from "../../geometry/places-of.ts";
import type { Command } from "../command.ts";

/** Arranges the whole flow afresh, sub-processes included. Touches positions and nothing else. */
export function layoutFlow(): Command {
  return {
    label: { en: "Tidy up", "zh-CN": "自动布局" },
    execute(definition) {
      const places = arrangedPlacesOf(definition);
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
