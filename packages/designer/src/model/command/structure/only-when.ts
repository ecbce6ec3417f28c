import { type Edge, type Node, textOf } from "@flowright/definition";
import { withContainer } from "../../document/container.ts";
import { indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { exclusive } from "../../element/decisions.ts";
import { elementTypeOf } from "../../element/element-types.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { GAP, GATEWAY, snapped } from "../../geometry/size-of.ts";
import { canStand } from "../../rule/can-stand.ts";
import { type Command, refused } from "../command.ts";

/**
 * Makes a step happen only in some cases: a decision in front of it, whose one branch leads to the step and
 * waits for its condition, and whose other leads past it to what follows. The branch is selected afterwards.
 */
export function onlyWhen(id: string): Command {
  return {
    label: { en: "Only in some cases", "zh-CN": "设为按条件执行" },
    execute(definition) {
      const index = indexOf(definition);
      const placed = index.nodes.get(id);
      const places = placesOf(definition);
      const place = places.get(id);
      const incoming = index.incoming.get(id) ?? [];
      const onward = index.outgoing.get(id)?.find((edge) => edge.target !== id);
      if (!placed || !place)
        return refused("node.unknown", "That step is no longer there.", "该节点已不存在。");
      const fromEventGateway = incoming.some(
        (edge) => index.nodes.get(edge.source)?.node.kind === "eventBased",
      );
      const allowed = canStand(definition, exclusive, placed.parent?.id ?? null);
      if (allowed !== true) return { ok: false, refusal: allowed };
      if (incoming.length === 0 || !onward || fromEventGateway) {
        return refused(
          "only-when.no-way-past",
          "A step can be made conditional when it stands between two others. Connect it first.",
          "节点位于两个节点之间时才能设为按条件执行。请先连好线。",
        );
      }
      const newId = idsFor(definition);
      const centre = { x: place.x + GATEWAY.width / 2, y: place.y + place.height / 2 };
      const at = snapped({
        ...GATEWAY,
        x: centre.x - GATEWAY.width / 2,
        y: centre.y - GATEWAY.height / 2,
      });
      const gateway: Node = {
        id: newId("exclusive"),
        kind: "exclusive",
        name: {
          en: `${nameIn(placed.node, "en")} needed?`,
          "zh-CN": `需要${nameIn(placed.node, "zh-CN")}？`,
        },
        position: { x: at.x, y: at.y },
      };
      const branch: Edge = { id: newId("edge"), source: gateway.id, target: id };
      const past: Edge = { id: newId("edge"), source: gateway.id, target: onward.target, default: true };
      const redirected = new Set(incoming.map((edge) => edge.id));
      const shift = Math.ceil((GATEWAY.width + GAP.x * 2) / 8) * 8;
      return {
        ok: true,
        definition: withContainer(definition, placed.parent?.id ?? null, ({ nodes, edges }) => ({
          nodes: [
            ...nodes.map((node): Node => {
              const where = places.get(node.id);
              if (!where || node.kind === "boundary" || where.x < place.x) return node;
              return { ...node, position: { x: where.x + shift, y: where.y } };
            }),
            gateway,
          ],
          edges: [
            ...edges.map((edge) => (redirected.has(edge.id) ? { ...edge, target: gateway.id } : edge)),
            branch,
            past,
          ],
        })),
        selection: [branch.id],
      };
    },
  };
}

function nameIn(node: Node, language: "en" | "zh-CN"): string {
  return textOf(node.name, language) || elementTypeOf(node).name[language];
}
