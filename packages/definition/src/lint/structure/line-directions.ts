import type { Node } from "../../generated/workflow.ts";
import type { ProblemCode } from "../../problem/problem-templates.ts";
import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

const NO_INCOMING: Partial<Record<Node["kind"], ProblemCode>> = {
  start: "start.incoming",
  boundary: "boundary.incoming",
  eventSubProcess: "event-sub-process.connected",
};

const NO_OUTGOING: Partial<Record<Node["kind"], ProblemCode>> = {
  end: "end.outgoing",
  eventSubProcess: "event-sub-process.connected",
};

/** Nothing leads into a start or boundary event, nothing leaves an end, nothing touches an event sub-process. */
export const lineDirections: Rule = ({ scopes }, report) => {
  for (const { edges } of scopes) {
    for (const { path, source, target } of edges) {
      const into = target && NO_INCOMING[target.node.kind];
      if (into) {
        const { node } = target;
        report.add(into, { path: `${path}/target`, node: node.id, params: nameParams("step", node) });
      }
      const from = source && NO_OUTGOING[source.node.kind];
      if (from) {
        const { node } = source;
        report.add(from, { path: `${path}/source`, node: node.id, params: nameParams("step", node) });
      }
    }
  }
};
