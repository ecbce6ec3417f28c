import type { MessageReference, Node } from "../../generated/workflow.ts";
import type { Rule, Scope } from "../drawing.ts";
import { nameParams } from "../names.ts";
import { eventOf } from "./events-of.ts";

/** Without a key a message cannot tell cases apart. */
export const messageKeys: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      const step = nameParams("step", node);
      const awaited = awaitedMessage(node, scope);
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
function awaitedMessage(node: Node, scope: Scope): { message: MessageReference; path: string } | null {
  if (node.kind === "receiveTask") return { message: node.message, path: "/message" };
  const running = node.kind !== "start" || scope.container?.kind === "eventSubProcess";
  if (node.kind === "throw" || node.kind === "end" || !running) return null;
  const found = eventOf(node);
  return found?.event.type === "message"
    ? { message: found.event.message, path: `${found.path}/message` }
    : null;
}
