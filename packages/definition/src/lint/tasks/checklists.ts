import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** The items of a checklist are told apart by id. */
export const checklists: Rule = ({ scopes }, report) => {
  for (const { nodes } of scopes) {
    for (const { node, path } of nodes) {
      if (node.kind !== "userTask" && node.kind !== "approval") continue;
      const seen = new Set<string>();
      for (const [index, { id }] of (node.checklist ?? []).entries()) {
        if (seen.has(id)) {
          const params = { ...nameParams("step", node), id };
          report.add("checklist.duplicate", { path: `${path}/checklist/${index}/id`, node: node.id, params });
        }
        seen.add(id);
      }
    }
  }
};
