import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** A path ends at an end event and nowhere else, so that the drawing says how a case ends. */
export const deadEnds: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (node.kind === "end" || scope.outgoing(node).length > 0) continue;
      report.add("node.dead-end", { path, node: node.id, params: nameParams("step", node) });
    }
  }
};
