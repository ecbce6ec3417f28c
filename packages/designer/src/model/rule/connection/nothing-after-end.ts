import type { ConnectionRule } from "./connection-rule.ts";

export const nothingAfterEnd: ConnectionRule = ({ source }) =>
  source.kind === "end"
    ? {
        code: "connect.from-end",
        message: { en: "Nothing comes after an end.", "zh-CN": "结束之后不能再有节点。" },
      }
    : null;
