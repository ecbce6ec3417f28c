import type { ConnectionRule } from "./connection-rule.ts";

export const notItself: ConnectionRule = ({ source, target }) =>
  source.id === target.id
    ? {
        code: "connect.itself",
        message: {
          en: "A step cannot follow itself. Put a decision behind it and lead back from there.",
          "zh-CN": "节点不能连接自身。请在其后添加条件判断，再从判断处连回。",
        },
      }
    : null;
