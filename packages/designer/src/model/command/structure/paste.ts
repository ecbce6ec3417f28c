import type { Node } from "@flowright/definition";
import type { Clipping } from "../../clipboard/clipping.ts";
import { withNewIds } from "../../clipboard/with-new-ids.ts";
import { withContainer } from "../../document/container.ts";
import { containerOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { fixedSizeOf, PADDING, snapped } from "../../geometry/size-of.ts";
import { type Command, refused } from "../command.ts";

/** Adds copied steps under new ids, with the lines between them. */
export function paste(
  clipping: Clipping,
  to: {
    readonly container: string | null;
    /** Top left corner for what is pasted, relative to the container. */
    readonly at: { readonly x: number; readonly y: number };
  },
): Command {
  return {
    label: { en: "Paste", "zh-CN": "粘贴" },
    execute(definition) {
      if (!containerOf(definition, to.container)) {
        return refused("container.unknown", "That sub-process is gone.", "该子流程已不存在。");
      }
      const free = clipping.nodes.filter((node) => node.kind !== "boundary");
      const left = Math.min(...free.map((node) => node.position?.x ?? 0));
      const top = Math.min(...free.map((node) => node.position?.y ?? 0));
      const at =
        to.container === null
          ? to.at
          : { x: Math.max(to.at.x, PADDING.left), y: Math.max(to.at.y, PADDING.top) };
      const copy = withNewIds(clipping, idsFor(definition));
      const nodes = copy.nodes.map((node): Node => {
        if (node.kind === "boundary") return node;
        const size = fixedSizeOf(node.kind);
        const place = snapped({
          ...size,
          x: at.x + (node.position?.x ?? 0) - left,
          y: at.y + (node.position?.y ?? 0) - top,
        });
        return { ...node, position: { x: place.x, y: place.y } };
      });
      return {
        ok: true,
        definition: withContainer(definition, to.container, (container) => ({
          nodes: [...container.nodes, ...nodes],
          edges: [...container.edges, ...copy.edges],
        })),
        selection: nodes.filter((node) => node.kind !== "boundary").map((node) => node.id),
      };
    },
  };
}
