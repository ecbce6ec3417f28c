import type { WorkflowDefinition } from "@flowright/definition";
import { clippingOf } from "../../model/clipboard/clipping.ts";
import type { Command } from "../../model/command/command.ts";
import { paste } from "../../model/command/structure/paste.ts";
import { indexOf } from "../../model/document/index-of.ts";
import type { Drag } from "./dragged.ts";

/** Copies of dragged steps, with the lines between them, where they were let go. */
export function copiesAt(definition: WorkflowDefinition, { ids, by }: Drag): Command | null {
  const clipping = clippingOf(definition, ids);
  const free = clipping?.nodes.filter((node) => node.kind !== "boundary") ?? [];
  const first = free[0];
  if (!clipping || !first) return null;
  const command = paste(clipping, {
    container: indexOf(definition).nodes.get(first.id)?.parent?.id ?? null,
    at: {
      x: Math.min(...free.map(({ position }) => position?.x ?? 0)) + by.x,
      y: Math.min(...free.map(({ position }) => position?.y ?? 0)) + by.y,
    },
  });
  return { ...command, label: { en: "Duplicate", "zh-CN": "创建副本" } };
}
