import type { ConnectionRule } from "./connection-rule.ts";

export const eventsAfterEventGateway: ConnectionRule = ({ source, target }) =>
  source.kind === "eventBased" && target.kind !== "catch" && target.kind !== "receiveTask"
    ? {
        code: "connect.not-an-event",
        message: {
          en: "Only waiting steps can follow here: a time, a message or a receive step.",
          "zh-CN": "此处之后只能连接等待类节点：等待时间、等待消息或接收消息。",
        },
      }
    : null;
