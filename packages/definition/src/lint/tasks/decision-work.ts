import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** A decision step has exactly one of a table of its own and a decision of the workspace. */
export const decisionWork: Rule = ({ scopes }, report) => {
  for (const { nodes } of scopes) {
    for (const { node, path } of nodes) {
      if (node.kind !== "businessRuleTask") continue;
      if ((node.table === undefined) !== (node.decision === undefined)) continue;
      report.add(node.table === undefined ? "decision.work-missing" : "decision.work-twice", {
        path,
        node: node.id,
        params: nameParams("step", node),
      });
    }
  }
};
