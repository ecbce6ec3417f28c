import type { Node } from "@flowright/definition";
import { indexOf } from "../../document/index-of.ts";
import { type Patch, patched } from "../../document/patch.ts";
import { withNode } from "../../document/with-node.ts";
import { type Command, refused } from "../command.ts";

/** Fields of a node that may be set; undefined takes a field away. Its kind and id stay. */
export type NodePatch = Node extends infer Each
  ? Each extends Node
    ? Patch<Omit<Each, "kind" | "id" | "nodes" | "edges">>
    : never
  : never;

/** Sets fields of a step. Give `typing` (the name of the field) where every key stroke runs the command. */
export function updateNode(id: string, patch: NodePatch, typing?: string): Command {
  return {
    label: { en: "Change step", "zh-CN": "修改节点" },
    coalesce: typing === undefined ? undefined : `node:${id}:${typing}`,
    execute: (definition) =>
      indexOf(definition).nodes.has(id)
        ? { ok: true, definition: withNode(definition, id, (node) => patched(node, patch as Patch<Node>)) }
        : refused("node.unknown", `There is no step "${id}".`, `不存在节点“${id}”。`),
  };
}
