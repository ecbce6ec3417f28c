import type { Edge, Node } from "@flowright/definition";
import { withContainer } from "../../document/container.ts";
import { indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { newNode } from "../../document/new-node.ts";
import type { ElementType } from "../../element/element-type.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { fixedSizeOf, GAP, type Place, snapped } from "../../geometry/size-of.ts";
import { canDrop } from "../../rule/can-drop.ts";
import { type Command, refused } from "../command.ts";

/**
 * Puts a new step into a line. The line keeps its condition or outcome up to the new step; what stands
 * further on moves to the right to make room.
 */
export function insertOnEdge(edge: string, element: ElementType): Command {
  return {
    label: { en: `Insert ${element.name.en}`, "zh-CN": `插入${element.name["zh-CN"]}` },
    execute(definition) {
      const placed = indexOf(definition).edges.get(edge);
      if (!placed) return refused("edge.unknown", "That line is no longer there.", "该连线已不存在。");
      const allowed = canDrop(definition, element, { type: "edge", edge });
      if (allowed !== true) return { ok: false, refusal: allowed };
      const places = placesOf(definition);
      const from = places.get(placed.edge.source);
      const to = places.get(placed.edge.target);
      if (!from || !to) return refused("edge.unknown", "That line is no longer there.", "该连线已不存在。");
      const size = fixedSizeOf(element.kind);
      const { place, shift } = between(from, to, size);
      const newId = idsFor(definition);
      const node = newNode(element, newId, { position: { x: place.x, y: place.y } });
      const onward: Edge = { id: newId("edge"), source: node.id, target: placed.edge.target };
      if (element.kind === "exclusive") onward.default = true;
      return {
        ok: true,
        definition: withContainer(definition, placed.parent?.id ?? null, ({ nodes, edges }) => ({
          nodes: [
            ...nodes.map((each): Node => {
              const at = places.get(each.id);
              if (
                shift === 0 ||
                each.kind === "boundary" ||
                !at ||
                at.x < to.x ||
                each.id === placed.edge.source
              )
                return each;
              return { ...each, position: { x: at.x + shift, y: at.y } };
            }),
            node,
          ],
          edges: edges.flatMap((each) =>
            each.id === edge ? [{ ...each, target: node.id }, onward] : [each],
          ),
        })),
        selection: [node.id],
      };
    },
  };
}

/** The place in the middle of a line, and how far the rest has to move for it. */
function between(from: Place, to: Place, size: { width: number; height: number }) {
  const gap = to.x - (from.x + from.width);
  const needed = size.width + 2 * GAP.x;
  const middle = to.y + to.height / 2;
  if (gap < 0) {
    // A line that leads back: in the middle of both, nothing moves.
    const centre = { x: (from.x + from.width / 2 + to.x + to.width / 2) / 2, y: Math.min(from.y, to.y) - 80 };
    return {
      place: snapped({ ...size, x: centre.x - size.width / 2, y: centre.y - size.height / 2 }),
      shift: 0,
    };
  }
  const shift = Math.ceil(Math.max(0, needed - gap) / 8) * 8;
  const x = from.x + from.width + (gap + shift - size.width) / 2;
  return { place: snapped({ ...size, x, y: middle - size.height / 2 }), shift };
}
