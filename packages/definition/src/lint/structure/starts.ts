import type { Node, StartEvent } from "../../generated/workflow.ts";
import type { PlacedNode } from "../../model/walk.ts";
import type { Rule, Scope } from "../drawing.ts";
import { nameParams, textParams } from "../names.ts";
import type { Report } from "../report.ts";

/** The process begins at one of its starts; a sub-process at its only one, when the case gets there. */
export const starts: Rule = ({ definition, scopes }, report) => {
  for (const scope of scopes) {
    const { container } = scope;
    // Steps of an ad-hoc block or a plan begin by themselves; a start there is said to be out of place.
    if (container?.kind === "adHoc" || container?.kind === "plan") continue;
    const found = scope.nodes.filter(({ node }) => node.kind === "start");
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
    for (const placed of found) checkStart(scope, placed, report);
  }
};

function checkStart(scope: Scope, { node, path }: PlacedNode, report: Report): void {
  if (node.kind !== "start") return;
  const finding = { path, node: node.id, params: nameParams("step", node) };
  const type = node.trigger?.type ?? "none";
  const byPerson = node.form !== undefined || node.startableBy !== undefined;
  if (scope.container?.kind === "eventSubProcess") {
    if (type === "none") report.add("event-sub-process.trigger-missing", finding);
    if (byPerson) report.add("event-sub-process.started-by-person", finding);
    if (node.interrupting === false && (type === "error" || type === "compensation")) {
      report.add("event-sub-process.always-interrupts", { ...finding, path: `${path}/interrupting` });
    }
    return;
  }
  if (node.interrupting !== undefined) {
    report.add("start.interrupting-misplaced", { ...finding, path: `${path}/interrupting` });
  }
  if (scope.container) {
    if (type !== "none" || byPerson) report.add("start.trigger-in-container", finding);
  } else checkProcessStart(node, { ...finding, path: `${path}/trigger` }, report);
}

function checkProcessStart(
  node: StartEvent,
  finding: { path: string; node: string; params: Record<string, string> },
  report: Report,
): void {
  const type = node.trigger?.type;
  if (type === "error" || type === "escalation" || type === "compensation") {
    report.add("start.trigger-misplaced", finding);
  }
  if (type === "condition") report.add("start.condition-never", finding);
}

/** Where the tokens of a scope begin: at its starts, or in an ad-hoc block wherever no line leads to. */
export function startsOf(scope: Scope): Node[] {
  const nodes = scope.nodes.map(({ node }) => node);
  const kind = scope.container?.kind;
  if (kind === "plan") return nodes;
  if (kind === "adHoc") {
    return nodes.filter((node) => node.kind !== "boundary" && scope.incoming(node).length === 0);
  }
  const found = nodes.filter((node) => node.kind === "start");
  // Without a start nothing is reached, and that is said once.
  return found.length === 0 ? [] : [...found, ...nodes.filter(({ kind }) => kind === "eventSubProcess")];
}

/** Whether a step may be the last one of its path. */
export function mayBeLast(scope: Scope, node: Node): boolean {
  if (node.kind === "end" || node.kind === "eventSubProcess") return true;
  const kind = scope.container?.kind;
  return kind === "plan" || (kind === "adHoc" && node.kind !== "boundary");
}
