import { clippingOf } from "../../clipboard/clipping.ts";
import { type Command, refused } from "../../command/command.ts";
import { paste } from "../../command/structure/paste.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { findItem, linesBehind } from "../find-item.ts";
import { finished } from "./finished.ts";

/** Copies a step to the place behind it; what happens on its edge is copied with it, the branches are not. */
export function duplicateBehind(node: string): Command {
  return {
    label: { en: "Duplicate", "zh-CN": "创建副本" },
    execute(definition) {
      const found = findItem(definition, node);
      const placed = indexOf(definition).nodes.get(node);
      const clipping = clippingOf(definition, [node]);
      const original = clipping?.nodes.find(({ id }) => id === node);
      const stays = found && found.item.type === "step" && found.sequence.tail.type !== "elsewhere";
      if (!placed || !original || !stays) {
        return refused(
          "duplicate.branches",
          "A step with branches is copied on the canvas, together with what follows.",
          "带分支的节点请在画布上与后续节点一起复制。",
        );
      }
      const container = placed.parent?.id ?? null;
      const pasted = paste(
        { nodes: clipping?.nodes ?? [], edges: [] },
        { container, at: { x: 0, y: 0 } },
      ).execute(definition);
      const copy = pasted.ok ? pasted.selection?.[0] : undefined;
      if (!pasted.ok || copy === undefined) return pasted;
      const inside = containerOf(pasted.definition, container) ?? { nodes: [], edges: [] };
      const lines = linesBehind(found);
      const line = lines[0];
      const target = line === undefined ? null : (indexOf(definition).edges.get(line)?.edge.target ?? null);
      const id = idsFor(pasted.definition)("edge");
      return finished(definition, {
        container,
        nodes: inside.nodes,
        edges: [
          ...inside.edges.map((edge) => (lines.includes(edge.id) ? { ...edge, target: copy } : edge)),
          target === null ? { id, source: node, target: copy } : { id, source: copy, target },
        ],
        fresh: [copy],
        selection: [copy],
      });
    },
  };
}
