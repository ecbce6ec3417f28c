import type { Node } from "@flowright/definition";
import { mapped, withEveryContainer } from "../../document/container.ts";
import { PADDING } from "../../geometry/size-of.ts";
import type { Command } from "../command.ts";

/** New top left corners, relative to the container, by node id. */
export type Moves = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** Moves steps. A step inside a sub-process stays inside. */
export function moveNodes(moves: Moves, coalesce?: string): Command {
  return {
    label: { en: "Move", "zh-CN": "移动" },
    coalesce,
    execute: (definition) => ({
      ok: true,
      definition: withEveryContainer(definition, (container, id) => {
        const nodes = mapped(container.nodes, (node): Node => {
          const to = moves.get(node.id);
          if (!to || node.kind === "boundary") return node;
          const x = id === null ? to.x : Math.max(PADDING.left / 2, to.x);
          const y = id === null ? to.y : Math.max(PADDING.top - 8, to.y);
          if (node.position?.x === x && node.position.y === y) return node;
          return { ...node, position: { x, y } };
        });
        return nodes === container.nodes ? container : { nodes, edges: container.edges };
      }),
    }),
  };
}
