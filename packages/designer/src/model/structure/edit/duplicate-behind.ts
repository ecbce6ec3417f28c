import type { Edge } from "@flowright/definition";
import { clippingOf } from "../../clipboard/clipping.ts";
import { withNewIds } from "../../clipboard/with-new-ids.ts";
import { type Command, refused } from "../../command/command.ts";
import { indexOf } from "../../document/index-of.ts";
import { elementTypeOf } from "../../element/element-types.ts";
import { findItem, linesBehind } from "../find-item.ts";
import { type Gap, putAt } from "./insert-at.ts";
import { goneWith } from "./remove-item.ts";

/**
 * Copies a step to the place behind it, with what happens on its edge; a decision with its branches, an approval with
 * what only rejected cases reach. Lines back to an earlier step lead there from the copy too.
 */
export function duplicateBehind(node: string): Command {
  return {
    label: { en: "Duplicate", "zh-CN": "创建副本" },
    execute(definition) {
      const found = findItem(definition, node);
      const { nodes, edges } = indexOf(definition);
      const original = nodes.get(node)?.node;
      const copied = goneWith(definition, node);
      const clipping = clippingOf(definition, [...copied]);
      const lines = found ? linesBehind(found) : [];
      const open = found?.sequence.tail.type === "open" ? found.sequence.tail.source : null;
      const gap: Gap | null = lines.length > 0 ? { edges: lines } : open === null ? null : { after: open };
      if (!original || !clipping || !gap || found?.item.type === "free") {
        return refused(
          "duplicate.nothing-behind",
          "A copy comes behind the step, and nothing can stand there. Copy it and paste it where you want it.",
          "副本会放在该节点之后，但那里不能再放节点。请复制后粘贴到需要的位置。",
        );
      }
      const present = new Set(clipping.nodes.map(({ id }) => id));
      const leaving = [...edges.values()].flatMap(({ edge }) =>
        present.has(edge.source) && !present.has(edge.target) ? [edge] : [],
      );
      return putAt(definition, gap, elementTypeOf(original), (target, newId) => {
        const copy = withNewIds(clipping, newId);
        const first = copy.ids.get(node) ?? "";
        const onward = leaving.map(
          (edge): Edge => ({
            ...edge,
            id: newId("edge"),
            source: copy.ids.get(edge.source) ?? "",
          }),
        );
        const last =
          leaving.length === 0 && target !== null ? [{ id: newId("edge"), source: first, target }] : [];
        return { nodes: copy.nodes, edges: [...copy.edges, ...onward, ...last], first, selected: first };
      });
    },
  };
}
