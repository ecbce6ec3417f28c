import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** A gateway that waits for some of its branches does not wait for more than it has. */
export const complexNeeds: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (node.kind !== "complex" || node.need.type !== "count") continue;
      const count = scope.incoming(node).length;
      // Without any line into it the gateway is not reached, which is said elsewhere.
      if (count === 0 || node.need.count <= count) continue;
      report.add("complex.need-too-large", {
        path: `${path}/need/count`,
        node: node.id,
        params: { ...nameParams("step", node), needed: node.need.count, count },
      });
    }
  }
};
