import { clippingOf } from "../../clipboard/clipping.ts";
import { indexOf } from "../../document/index-of.ts";
import { type Command, refused } from "../command.ts";
import { paste } from "./paste.ts";

/** Copies the selected steps beside themselves. */
export function duplicate(ids: readonly string[]): Command {
  return {
    label: { en: "Duplicate", "zh-CN": "创建副本" },
    execute(definition) {
      const clipping = clippingOf(definition, ids);
      const first = clipping?.nodes.find((node) => node.kind !== "boundary");
      if (!clipping || !first) {
        return refused("duplicate.nothing", "Select a step to duplicate.", "请先选择要复制的节点。");
      }
      const free = clipping.nodes.filter((node) => node.kind !== "boundary");
      return paste(clipping, {
        container: indexOf(definition).nodes.get(first.id)?.parent?.id ?? null,
        at: {
          x: Math.min(...free.map((node) => node.position?.x ?? 0)) + 32,
          y: Math.max(...free.map((node) => node.position?.y ?? 0)) + 96,
        },
      }).execute(definition);
    },
  };
}
