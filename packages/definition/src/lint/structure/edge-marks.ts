import type { Node } from "../../generated/workflow.ts";
import type { DrawnEdge, Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";
import type { Report } from "../report.ts";

/** Gateways that look at the conditions of the lines that leave them. */
const CHOOSING: ReadonlySet<Node["kind"]> = new Set(["exclusive", "inclusive", "complex"]);

/** Whether the lines that leave a step are chosen by condition. */
export function chooses(node: Node): boolean {
  return CHOOSING.has(node.kind);
}

/** Conditions, outcomes and default marks stand only on lines whose source looks at them. */
export const edgeMarks: Rule = ({ scopes }, report) => {
  for (const { edges, container } of scopes) {
    for (const drawn of edges) {
      if (!drawn.source) continue;
      if (container?.kind === "plan") checkInPlan(drawn, drawn.source.node, report);
      else checkMarks(drawn, drawn.source.node, report);
    }
  }
};

function checkMarks({ edge, path }: DrawnEdge, source: Node, report: Report): void {
  const params = nameParams("step", source);
  if (edge.condition !== undefined && !chooses(source)) {
    report.add("edge.condition-misplaced", { path: `${path}/condition`, node: edge.id, params });
  }
  if (edge.default === true && !chooses(source)) {
    report.add("edge.default-misplaced", { path: `${path}/default`, node: edge.id, params });
  }
  if (edge.outcome !== undefined && source.kind !== "approval") {
    report.add("edge.outcome-misplaced", {
      path: `${path}/outcome`,
      node: edge.id,
      params: { ...params, outcome: edge.outcome },
    });
  }
  if (edge.dependency !== undefined) {
    report.add("edge.dependency-misplaced", { path: `${path}/dependency`, node: edge.id, params });
  }
}

/** A line of a plan says what waits for what, and nothing else. */
function checkInPlan({ edge, path, target }: DrawnEdge, source: Node, report: Report): void {
  const marks = ["condition", "outcome", "default"] as const;
  const mark = marks.find((each) => edge[each] !== undefined && edge[each] !== false);
  if (mark === undefined) return;
  const to = target ? nameParams("target", target.node) : { target: edge.target };
  report.add("plan.line-choice", {
    path: `${path}/${mark}`,
    node: edge.id,
    params: { ...nameParams("step", source), ...to },
  });
}
