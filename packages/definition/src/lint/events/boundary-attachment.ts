import type { BoundaryEvent, Node } from "../../generated/workflow.ts";
import { isActivity, isContainer } from "../../model/node-kinds.ts";
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
  const type = event.event.type;
  if (!isActivity(host)) {
    report.add("boundary.attached-kind", { path: `${path}/attachedTo`, node: event.id, params });
    return;
  }
  if (type === "cancel" && host.kind !== "transaction") {
    report.add("boundary.cancel-host", { path: `${path}/attachedTo`, node: event.id, params });
    return;
  }
  if ((type === "error" || type === "cancel") && event.interrupting === false) {
    const code = type === "error" ? "boundary.error-continues" : "boundary.cancel-continues";
    report.add(code, { path: `${path}/interrupting`, node: event.id, params });
  }
  if (neverHappens(host, type)) {
    report.add("boundary.event-never", { path: `${path}/event`, node: event.id, params });
  }
}

/** Steps that are over as soon as they are reached. */
const AT_ONCE: ReadonlySet<Node["kind"]> = new Set([
  "scriptTask",
  "businessRuleTask",
  "sendTask",
  "manualTask",
]);

function neverHappens(host: Node, event: BoundaryEvent["event"]["type"]): boolean {
  switch (event) {
    case "error":
      return host.kind !== "serviceTask" && host.kind !== "callActivity" && !isContainer(host);
    case "escalation":
      return host.kind !== "callActivity" && !isContainer(host);
    case "compensation":
    case "cancel":
      return false;
    default:
      return AT_ONCE.has(host.kind);
  }
}
