import type { ConnectionRule } from "./connection-rule.ts";

export const nothingAtEventBlock: ConnectionRule = ({ source, target }) =>
  source.kind === "eventSubProcess" || target.kind === "eventSubProcess"
    ? {
        code: "connect.event-block",
        message: {
          en: "This block begins by its event; no line leads to it or away from it.",
          "zh-CN": "该块由事件触发，不能有连线进出。",
        },
      }
    : null;
