import type { ConnectionRule } from "./connection-rule.ts";

export const nothingIntoBoundary: ConnectionRule = ({ target }) =>
  target.kind === "boundary"
    ? {
        code: "connect.to-boundary",
        message: {
          en: "An event on the edge of a step happens by itself; connect the step.",
          "zh-CN": "边界事件由系统触发，不能作为目标。请连接它所附着的节点。",
        },
      }
    : null;
