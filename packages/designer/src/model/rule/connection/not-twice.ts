import type { ConnectionRule } from "./connection-rule.ts";

export const notTwice: ConnectionRule = ({ source, target, index, redrawn }) =>
  (index.outgoing.get(source.id) ?? []).some((edge) => edge.target === target.id && edge.id !== redrawn)
    ? {
        code: "connect.twice",
        message: { en: "These two are connected already.", "zh-CN": "这两个节点之间已有连线。" },
      }
    : null;
