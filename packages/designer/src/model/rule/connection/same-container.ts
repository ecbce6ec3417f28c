import type { ConnectionRule } from "./connection-rule.ts";

export const sameContainer: ConnectionRule = ({ source, target, index }) => {
  const from = index.nodes.get(source.id)?.parent?.id ?? null;
  const to = index.nodes.get(target.id)?.parent?.id ?? null;
  return from === to
    ? null
    : {
        code: "connect.crosses-border",
        message: {
          en: "A line cannot cross the border of a sub-process. Connect the sub-process itself.",
          "zh-CN": "连线不能跨越子流程的边界。请直接连接子流程本身。",
        },
      };
};
