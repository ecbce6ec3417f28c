import { withContainer } from "../../document/container.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { newNode } from "../../document/new-node.ts";
import type { ElementType } from "../../element/element-type.ts";
import { freePlace, placeAfter } from "../../geometry/free-place.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { fixedSizeOf, GAP, type Place } from "../../geometry/size-of.ts";
import { canConnect } from "../../rule/can-connect.ts";
import { canStand } from "../../rule/can-stand.ts";
import { type Command, refused } from "../command.ts";

/**
 * Adds a step after another and connects them. Without a wanted centre it goes to the right of it, below the
 * branches that are there already.
 */
export function appendNode(
  source: string,
  element: ElementType,
  centre?: { readonly x: number; readonly y: number },
): Command {
  return {
    label: { en: `Append ${element.name.en}`, "zh-CN": `追加${element.name["zh-CN"]}` },
    execute(definition) {
      const placed = indexOf(definition).nodes.get(source);
      if (!placed) return refused("node.unknown", "That step is no longer there.", "该节点已不存在。");
      if (element.kind === "boundary") {
        return refused(
          "append.boundary",
          "An event on the edge of a step is put on the step, not behind it.",
          "边界事件应附着在节点上，而不是追加在其后。",
        );
      }
      const parent = placed.parent?.id ?? null;
      const stands = canStand(definition, element, parent);
      if (stands !== true) return { ok: false, refusal: stands };
      const places = placesOf(definition);
      const from = places.get(source);
      const target = containerOf(definition, parent);
      if (!from || !target)
        return refused("node.unknown", "That step is no longer there.", "该节点已不存在。");
      const size = fixedSizeOf(element.kind);
      const wanted: Place = centre
        ? { ...size, x: centre.x - size.width / 2, y: centre.y - size.height / 2 }
        : placed.node.kind === "boundary"
          ? { ...size, x: from.x + from.width + 24, y: from.y + from.height + GAP.y }
          : placeAfter(from, size);
      const free = freePlace(
        wanted,
        target.nodes.flatMap((each) => places.get(each.id) ?? []),
      );
      const newId = idsFor(definition);
      const node = newNode(element, newId, { position: { x: free.x, y: free.y } });
      const edge = { id: newId("edge"), source, target: node.id };
      const withNew = withContainer(definition, parent, ({ nodes, edges }) => ({
        nodes: [...nodes, node],
        edges,
      }));
      const allowed = canConnect(withNew, source, node.id);
      if (allowed !== true) return { ok: false, refusal: allowed };
      return {
        ok: true,
        definition: withContainer(withNew, parent, ({ nodes, edges }) => ({
          nodes,
          edges: [...edges, edge],
        })),
        selection: [node.id],
      };
    },
  };
}
