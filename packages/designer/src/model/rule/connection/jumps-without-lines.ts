import type { ConnectionRule } from "./connection-rule.ts";

export const jumpsWithoutLines: ConnectionRule = ({ source, target }) => {
  if (source.kind === "throw" && source.event.type === "link") {
    return {
      code: "connect.from-jump",
      message: {
        en: "A jump goes on at the place of the same name; no line leaves it.",
        "zh-CN": "跳转会到同名目标继续，不能再引出连线。",
      },
    };
  }
  return target.kind === "catch" && target.event.type === "link"
    ? {
        code: "connect.to-jump-target",
        message: {
          en: "This place is reached by jumps alone. Connect the step after it.",
          "zh-CN": "该目标只能通过跳转到达。请连接它之后的节点。",
        },
      }
    : null;
};
