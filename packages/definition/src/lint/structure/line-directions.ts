import type { Node } from "../../generated/workflow.ts";
import type { ProblemCode } from "../../problem/problem-templates.ts";
import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

const NO_INCOMING: Partial<Record<Node["kind"], ProblemCode>> = {
  start: "start.incoming",
  boundary: "boundary.incoming",
};

/** Nothing leads into a start or boundary event, nothing leaves an end. */
export const lineDirections: Rule = ({ scopes }, report) => {
  for (const { edges } of scopes) {
    for (const { path, source, target } of edges) {
      const code = target && NO_INCOMING[target.node.kind];
      if (code) {
        const { node } = target;
        report.add(code, { path: `${path}/target`, node: node.id, params: nameParams("step", node) });
      }
      if (source?.node.kind === "end") {
        const { node } = source;
        report.add("end.outgoing", {
          path: `${path}/source`,
          node: node.id,
          params: nameParams("step", node),
        });
      }
    }
  }
};
