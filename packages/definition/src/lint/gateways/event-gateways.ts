import type { Node } from "../../generated/workflow.ts";
import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** What follows an event-based gateway is something to wait for. */
export const eventGateways: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (node.kind !== "eventBased") continue;
      const outgoing = scope.outgoing(node);
      const step = nameParams("step", node);
      if (outgoing.length === 1) report.add("event-gateway.single", { path, node: node.id, params: step });
      for (const { path: edgePath, target } of outgoing) {
        if (!target || isAwaited(target.node)) continue;
        report.add("event-gateway.target", {
          path: `${edgePath}/target`,
          node: target.node.id,
          params: { ...step, ...nameParams("target", target.node) },
        });
      }
    }
  }
};

/** The end of a link is a catch event, but nothing that is waited for. */
function isAwaited(node: Node): boolean {
  return node.kind === "receiveTask" || (node.kind === "catch" && node.event.type !== "link");
}
