import type { ElementType } from "./element-type.ts";

export const boundaryTimer: ElementType = {
  id: "boundaryTimer",
  kind: "boundary",
  family: "event",
  name: { en: "Takes too long", "zh-CN": "超时" },
  hint: {
    en: "On the edge of a step: when it is open for longer than this",
    "zh-CN": "附着在节点上：超过时限仍未完成时触发",
  },
  keywords: ["timer", "deadline", "escalation", "reminder", "边界", "定时", "催办"],
  is: (node) => node.kind === "boundary" && node.event.type === "timer",
  draft: () => ({ kind: "boundary", interrupting: false, event: { type: "timer", duration: "P1D" } }),
};

export const boundaryError: ElementType = {
  id: "boundaryError",
  kind: "boundary",
  family: "event",
  name: { en: "Goes wrong", "zh-CN": "出错" },
  hint: {
    en: "On the edge of a step: when it fails with an error",
    "zh-CN": "附着在节点上：执行出错时转入处理分支",
  },
  keywords: ["error", "exception", "fail", "边界", "错误", "异常"],
  is: (node) => node.kind === "boundary" && node.event.type === "error",
  draft: () => ({ kind: "boundary", event: { type: "error" } }),
};

export const boundaryMessage: ElementType = {
  id: "boundaryMessage",
  kind: "boundary",
  family: "event",
  name: { en: "Message arrives", "zh-CN": "收到消息" },
  hint: {
    en: "On the edge of a step: when a message comes while it is open",
    "zh-CN": "附着在节点上：处理期间收到消息时触发",
  },
  keywords: ["message", "cancel", "interrupt", "边界", "消息", "撤销"],
  is: (node) => node.kind === "boundary" && node.event.type === "message",
  draft: () => ({ kind: "boundary", event: { type: "message", message: { name: "message" } } }),
};
