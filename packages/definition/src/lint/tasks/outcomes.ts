import type { Node } from "../../generated/workflow.ts";
import type { DrawnEdge, Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";
import type { Report } from "../report.ts";

const OUTCOMES = [
  { outcome: "approved", name: { outcome: "approved", "outcome:zh-CN": "同意" } },
  { outcome: "rejected", name: { outcome: "rejected", "outcome:zh-CN": "拒绝" } },
];

/** Every outcome of a task or approval leads on: by a line of its own, or all by lines without outcome. */
export const outcomes: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (node.kind !== "approval" && node.kind !== "userTask") continue;
      const outgoing = scope.outgoing(node);
      const marked = outgoing.filter(({ edge }) => edge.outcome !== undefined);
      if (marked.length === 0) continue;
      if (marked.length < outgoing.length) {
        report.add("task.outcome-mixed", { path, node: node.id, params: nameParams("step", node) });
      }
      if (node.kind === "approval")
        checkApproval(node, path, marked, marked.length === outgoing.length, report);
    }
  }
};

function checkApproval(
  node: Node,
  path: string,
  marked: readonly DrawnEdge[],
  complete: boolean,
  report: Report,
): void {
  const known = OUTCOMES.map(({ outcome }) => outcome);
  const led = new Set(marked.map(({ edge }) => edge.outcome));
  const step = nameParams("step", node);
  for (const { edge, path: edgePath } of marked) {
    const { outcome = "" } = edge;
    if (known.includes(outcome)) continue;
    report.add("approval.outcome-unknown", {
      path: `${edgePath}/outcome`,
      node: edge.id,
      params: { ...step, outcome, ...report.suggest(outcome, known) },
    });
  }
  for (const { outcome, name } of complete ? OUTCOMES : []) {
    if (!led.has(outcome))
      report.add("approval.outcome-missing", { path, node: node.id, params: { ...step, ...name } });
  }
}
