import type { Node } from "@flowright/definition";
import type { ConnectionRule } from "./connection-rule.ts";

export const eventsAfterEventGateway: ConnectionRule = ({ source, target }) =>
  source.kind === "eventBased" && !isAwaited(target)
    ? {
        code: "connect.not-an-event",
        message: {
          en: "Only waiting steps can follow here: a time, a message, a signal, a condition or a receive step.",
          "zh-CN": "此处之后只能连接等待类节点：时间、消息、信号、条件或接收消息。",
        },
      }
    : null;

/** Whether the flow can wait for a step together with others. */
export function isAwaited(node: Node): boolean {
  return node.kind === "receiveTask" || (node.kind === "catch" && node.event.type !== "link");
}
