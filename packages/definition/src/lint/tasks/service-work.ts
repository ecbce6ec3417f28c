import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** A service task has exactly one of a call and a job type. */
export const serviceWork: Rule = ({ scopes }, report) => {
  for (const { nodes } of scopes) {
    for (const { node, path } of nodes) {
      if (node.kind !== "serviceTask" || (node.call === undefined) !== (node.jobType === undefined)) continue;
      report.add(node.call === undefined ? "service.work-missing" : "service.work-twice", {
        path,
        node: node.id,
        params: nameParams("step", node),
      });
    }
  }
};
