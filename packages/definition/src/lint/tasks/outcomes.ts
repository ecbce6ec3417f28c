import type { Node } from "../../generated/workflow.ts";
import type { DrawnEdge, Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";
import type { Report } from "../report.ts";

const OUTCOMES = [
  { outcome: "approved", name: { outcome: "approved", "outcome:zh-CN": "同意" } },
  { outcome: "rejected", name: { outcome: "rejected", "outcome:zh-CN": "拒绝" } },
];

/** Both outcomes of an approval lead on: by a line of their own, or by a line without outcome, which takes the rest. */
export const outcomes: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (node.kind === "approval") checkApproval(node, path, scope.outgoing(node), report);
    }
  }
};

function checkApproval(node: Node, path: string, outgoing: readonly DrawnEdge[], report: Report): void {
  const known = OUTCOMES.map(({ outcome }) => outcome);
  const led = new Set(outgoing.map(({ edge }) => edge.outcome));
  const step = nameParams("step", node);
  for (const { edge, path: edgePath } of outgoing) {
    const { outcome } = edge;
    if (outcome === undefined || known.includes(outcome)) continue;
    report.add("approval.outcome-unknown", {
      path: `${edgePath}/outcome`,
      node: edge.id,
      params: { ...step, outcome, ...report.suggest(outcome, known) },
    });
  }
  // Without any line the step is a dead end, which is said elsewhere.
  if (outgoing.length === 0 || led.has(undefined)) return;
  for (const { outcome, name } of OUTCOMES) {
    if (led.has(outcome)) continue;
    report.add("approval.outcome-missing", { path, node: node.id, params: { ...step, ...name } });
  }
}
