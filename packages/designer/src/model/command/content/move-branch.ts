import { withContainer } from "../../document/container.ts";
import { indexOf } from "../../document/index-of.ts";
import { type Command, refused } from "../command.ts";

/**
 * Moves a line one place up or down among the lines that leave the same step: a decision tries its branches in
 * this order. Other lines keep their places.
 */
export function moveBranch(id: string, step: -1 | 1): Command {
  return {
    label: { en: "Move branch", "zh-CN": "调整分支顺序" },
    execute(definition) {
      const index = indexOf(definition);
      const placed = index.edges.get(id);
      if (!placed) return refused("edge.unknown", "That line is no longer there.", "该连线已不存在。");
      const branches = index.outgoing.get(placed.edge.source) ?? [];
      const other = branches[branches.indexOf(placed.edge) + step];
      if (!other) {
        return refused(
          "branch.at-end",
          "The branch is at the end of the order already.",
          "该分支已在顺序的尽头。",
        );
      }
      const next = withContainer(definition, placed.parent?.id ?? null, (container) => ({
        nodes: container.nodes,
        edges: container.edges.map((edge) => {
          if (edge === placed.edge) return other;
          return edge === other ? placed.edge : edge;
        }),
      }));
      return { ok: true, definition: next };
    },
  };
}
