import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";
import { chooses } from "../structure/edge-marks.ts";

/** Each branch of a choice has a condition or is its one default; where several may be taken, some may have none. */
export const branches: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (!chooses(node)) continue;
      const leaving = scope.outgoing(node);
      const step = nameParams("step", node);
      const defaults = leaving.filter(({ edge }) => edge.default === true);
      if (defaults.length > 1) {
        const params = { ...step, count: defaults.length };
        report.add("gateway.several-defaults", { path, node: node.id, params });
      }
      for (const { edge, path: edgePath, target } of leaving) {
        if (edge.default === true && edge.condition !== undefined) {
          const place = { path: `${edgePath}/condition`, node: edge.id };
          report.add("gateway.default-condition", { ...place, params: step });
        }
        // A gateway with one way on only joins.
        if (
          node.kind === "exclusive" &&
          leaving.length > 1 &&
          edge.default !== true &&
          edge.condition === undefined
        ) {
          const to = target ? nameParams("target", target.node) : { target: edge.target };
          report.add("gateway.condition-missing", {
            path: edgePath,
            node: edge.id,
            params: { ...step, ...to },
          });
        }
      }
      const marked = leaving.some(({ edge }) => edge.condition !== undefined || edge.default === true);
      if (node.kind === "inclusive" && leaving.length > 1 && !marked) {
        report.add("inclusive.no-condition", { path, node: node.id, params: step });
      }
    }
  }
};
