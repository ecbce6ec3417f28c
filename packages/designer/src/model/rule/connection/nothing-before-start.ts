import type { ConnectionRule } from "./connection-rule.ts";

export const nothingBeforeStart: ConnectionRule = ({ target }) =>
  target.kind === "start"
    ? {
        code: "connect.to-start",
        message: {
          en: "Nothing comes before a start. Lead back to the step after it.",
          "zh-CN": "开始之前不能有节点。如需返回，请连到开始之后的节点。",
        },
      }
    : null;
