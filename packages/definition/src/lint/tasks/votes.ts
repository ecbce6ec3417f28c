import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** An approval does not need more voices than it asks for. */
export const votes: Rule = ({ scopes }, report) => {
  for (const { nodes } of scopes) {
    for (const { node, path } of nodes) {
      if (node.kind !== "approval" || node.rule.type !== "nOfM" || node.who.type !== "people") continue;
      const count = new Set(node.who.people).size;
      if (node.rule.n <= count) continue;
      const params = { ...nameParams("step", node), needed: node.rule.n, count };
      report.add("approval.votes-too-many", { path: `${path}/rule/n`, node: node.id, params });
    }
  }
};
