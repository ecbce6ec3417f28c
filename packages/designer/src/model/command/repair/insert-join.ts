import type { Edge, Node } from "@flowright/definition";
import { withContainer } from "../../document/container.ts";
import { indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { newNode } from "../../document/new-node.ts";
import { inclusive, parallel } from "../../element/decisions.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { GAP, GATEWAY, snapped } from "../../geometry/size-of.ts";
import { canStand } from "../../rule/can-stand.ts";
import { type Command, refused } from "../command.ts";

/** Puts a gateway in front of a step, which takes over all lines that lead to it: the branches meet there first. */
export function insertJoin(before: string, kind: "parallel" | "inclusive"): Command {
  const element = kind === "parallel" ? parallel : inclusive;
  return {
    label: { en: "Bring the branches together", "zh-CN": "汇合分支" },
    execute(definition) {
      const placed = indexOf(definition).nodes.get(before);
      const places = placesOf(definition);
      const place = places.get(before);
      if (!placed || !place) {
        return refused("node.unknown", "That step is no longer there.", "该节点已不存在。");
      }
      const container = placed.parent?.id ?? null;
      const allowed = canStand(definition, element, container);
      if (allowed !== true) return { ok: false, refusal: allowed };
      const newId = idsFor(definition);
      const at = snapped({ ...GATEWAY, x: place.x, y: place.y + place.height / 2 - GATEWAY.height / 2 });
      const gateway = newNode(element, newId, { position: { x: at.x, y: at.y } });
      const onward: Edge = { id: newId("edge"), source: gateway.id, target: before };
      const shift = GATEWAY.width + GAP.x;
      return {
        ok: true,
        definition: withContainer(definition, container, ({ nodes, edges }) => ({
          nodes: [
            ...nodes.map((node): Node => {
              const where = places.get(node.id);
              if (!where || node.kind === "boundary" || where.x < place.x) return node;
              return { ...node, position: { x: where.x + shift, y: where.y } };
            }),
            gateway,
          ],
          edges: [
            ...edges.map((edge) => (edge.target === before ? { ...edge, target: gateway.id } : edge)),
            onward,
          ],
        })),
        selection: [gateway.id],
      };
    },
  };
}
