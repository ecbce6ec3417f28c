import type { BoundaryEvent, Node } from "../../generated/workflow.ts";
import type { Rule, Scope } from "../drawing.ts";
import { nameParams } from "../names.ts";
import type { Report } from "../report.ts";

/** A boundary event sits on a task or sub-process beside it, which can meet that event. */
export const boundaryAttachment: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (node.kind === "boundary") check(scope, node, path, report);
    }
  }
};

function check(scope: Scope, event: BoundaryEvent, path: string, report: Report): void {
  const step = nameParams("step", event);
  const host = scope.byId.get(event.attachedTo)?.node;
  if (!host) {
    const params = { ...step, id: event.attachedTo, ...report.suggest(event.attachedTo, scope.byId.keys()) };
    report.add("boundary.attached-unknown", { path: `${path}/attachedTo`, node: event.id, params });
    return;
  }
  const params = { ...step, ...nameParams("target", host) };
  if (!isActivity(host)) {
    report.add("boundary.attached-kind", { path: `${path}/attachedTo`, node: event.id, params });
    return;
  }
  if (event.event.type === "error" && event.interrupting === false) {
    report.add("boundary.error-continues", { path: `${path}/interrupting`, node: event.id, params });
  }
  if (neverHappens(host, event.event.type)) {
    report.add("boundary.event-never", { path: `${path}/event`, node: event.id, params });
  }
}

function isActivity({ kind }: Node): boolean {
  return kind.endsWith("Task") || kind === "approval" || kind === "subProcess";
}

function neverHappens({ kind }: Node, event: BoundaryEvent["event"]["type"]): boolean {
  if (event === "error") return kind !== "serviceTask" && kind !== "subProcess";
  return kind === "scriptTask";
}
