import type { Node } from "../../generated/workflow.ts";
import type { Rule, Scope } from "../drawing.ts";
import { nameParams, textParams } from "../names.ts";
import type { Report } from "../report.ts";

/** The process begins at one of its starts; a sub-process at its only one, when the case gets there. */
export const starts: Rule = ({ definition, scopes }, report) => {
  for (const scope of scopes) {
    const found = scope.nodes.filter(({ node }) => node.kind === "start");
    const { container } = scope;
    if (found.length === 0) {
      const params = container
        ? nameParams("container", container)
        : textParams("container", definition.name, definition.id);
      report.add("start.missing", { path: `${scope.path}/nodes`, node: container?.id, params });
    }
    if (container && found.length > 1) {
      report.add("start.several", {
        path: `${scope.path}/nodes`,
        node: container.id,
        params: { ...nameParams("container", container), count: found.length },
      });
    }
    if (container) for (const { node, path } of found) checkPlainStart(node, path, report);
  }
};

function checkPlainStart(node: Node, path: string, report: Report): void {
  if (node.kind !== "start") return;
  const triggered = node.trigger !== undefined && node.trigger.type !== "none";
  if (triggered || node.form !== undefined || node.startableBy !== undefined) {
    report.add("start.trigger-in-container", { path, node: node.id, params: nameParams("step", node) });
  }
}

/** Where the tokens of a scope begin. */
export function startsOf(scope: Scope): Node[] {
  return scope.nodes.map(({ node }) => node).filter((node) => node.kind === "start");
}
