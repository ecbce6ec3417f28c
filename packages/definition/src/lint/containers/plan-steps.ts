import { isActivity } from "../../model/node-kinds.ts";
import type { Rule, Scope } from "../drawing.ts";
import { nameParams } from "../names.ts";
import type { Report } from "../report.ts";

/** A plan holds work and what it waits for; only there a step may be optional. */
export const planSteps: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    if (scope.container?.kind === "plan") checkPlan(scope, report);
    else checkOptional(scope, report);
  }
};

function checkPlan(scope: Scope, report: Report): void {
  const { container, path } = scope;
  if (!container) return;
  const plan = nameParams("container", container);
  for (const { node, path: place } of scope.nodes) {
    const params = { ...plan, ...nameParams("step", node) };
    if (node.kind === "boundary") {
      const connected = node.event.type === "compensation" || scope.outgoing(node).length > 0;
      if (connected) report.add("plan.boundary-line", { path: place, node: node.id, params });
    } else if (!isActivity(node)) {
      report.add("plan.kind-misplaced", { path: `${place}/kind`, node: node.id, params });
    }
  }
  const work = scope.nodes.map(({ node }) => node).filter(isActivity);
  if (work.length > 0 && work.every(({ optional }) => optional === true)) {
    report.add("plan.all-optional", { path: `${path}/nodes`, node: container.id, params: plan });
  }
}

function checkOptional({ nodes }: Scope, report: Report): void {
  for (const { node, path } of nodes) {
    if (!isActivity(node) || node.optional !== true) continue;
    report.add("plan.optional-misplaced", {
      path: `${path}/optional`,
      node: node.id,
      params: nameParams("step", node),
    });
  }
}
