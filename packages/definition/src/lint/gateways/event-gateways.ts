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
        if (!target || target.node.kind === "catch" || target.node.kind === "receiveTask") continue;
        report.add("event-gateway.target", {
          path: `${edgePath}/target`,
          node: target.node.id,
          params: { ...step, ...nameParams("target", target.node) },
        });
      }
    }
  }
};
