import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** Conditions, outcomes and default marks stand only on lines whose source looks at them. */
export const edgeMarks: Rule = ({ scopes }, report) => {
  for (const { edges } of scopes) {
    for (const { edge, path, source } of edges) {
      if (!source) continue;
      const { kind } = source.node;
      const params = nameParams("step", source.node);
      if (edge.condition !== undefined && kind !== "exclusive") {
        report.add("edge.condition-misplaced", { path: `${path}/condition`, node: edge.id, params });
      }
      if (edge.default === true && kind !== "exclusive") {
        report.add("edge.default-misplaced", { path: `${path}/default`, node: edge.id, params });
      }
      if (edge.outcome !== undefined && kind !== "approval") {
        report.add("edge.outcome-misplaced", {
          path: `${path}/outcome`,
          node: edge.id,
          params: { ...params, outcome: edge.outcome },
        });
      }
    }
  }
};
