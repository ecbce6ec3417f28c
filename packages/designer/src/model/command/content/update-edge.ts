import type { Edge } from "@flowright/definition";
import { indexOf } from "../../document/index-of.ts";
import { type Patch, patched } from "../../document/patch.ts";
import { withEdge } from "../../document/with-node.ts";
import { type Command, refused } from "../command.ts";

/** Fields of a line that may be set; undefined takes a field away. */
export type EdgePatch = Patch<Pick<Edge, "name" | "condition" | "outcome" | "default" | "dependency">>;

/** Sets fields of a line. Give `typing` (the name of the field) where every key stroke runs the command. */
export function updateEdge(id: string, patch: EdgePatch, typing?: string): Command {
  return {
    label: { en: "Change line", "zh-CN": "修改连线" },
    coalesce: typing === undefined ? undefined : `edge:${id}:${typing}`,
    execute: (definition) =>
      indexOf(definition).edges.has(id)
        ? { ok: true, definition: withEdge(definition, id, (edge) => patched<Edge>(edge, patch)) }
        : refused("edge.unknown", `There is no line "${id}".`, `不存在连线“${id}”。`),
  };
}
