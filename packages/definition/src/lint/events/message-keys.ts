import type { MessageReference, Node } from "../../generated/workflow.ts";
import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** Without a key a message cannot tell cases apart. */
export const messageKeys: Rule = ({ scopes }, report) => {
  for (const { nodes } of scopes) {
    for (const { node, path } of nodes) {
      const step = nameParams("step", node);
      const awaited = awaitedMessage(node);
      if (awaited && awaited.message.key === undefined) {
        const params = { ...step, message: awaited.message.name };
        report.add("message.key-missing", { path: path + awaited.path, node: node.id, params });
      }
      if (node.kind === "start" && node.trigger?.type === "message" && node.trigger.onePerKey) {
        if (node.trigger.message.key !== undefined) continue;
        report.add("message.start-key-missing", {
          path: `${path}/trigger/message`,
          node: node.id,
          params: step,
        });
      }
    }
  }
};

/** The message that a running case waits for at a step. */
function awaitedMessage(node: Node): { message: MessageReference; path: string } | null {
  if (node.kind === "receiveTask") return { message: node.message, path: "/message" };
  if (node.kind !== "catch" && node.kind !== "boundary") return null;
  return node.event.type === "message" ? { message: node.event.message, path: "/event/message" } : null;
}
