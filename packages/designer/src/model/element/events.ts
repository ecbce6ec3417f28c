import type { ElementType } from "./element-type.ts";

export const startNone: ElementType = {
  id: "start",
  kind: "start",
  family: "event",
  name: { en: "Start", "zh-CN": "开始" },
  hint: { en: "Someone starts the flow, with a form if there is one", "zh-CN": "由人发起流程，可带发起表单" },
  keywords: ["begin", "launch", "发起", "启动"],
  is: (node) => node.kind === "start" && node.trigger?.type !== "message",
  draft: () => ({ kind: "start" }),
};

export const startMessage: ElementType = {
  id: "messageStart",
  kind: "start",
  family: "event",
  name: { en: "Start on message", "zh-CN": "消息开始" },
  hint: { en: "A message from another system starts the flow", "zh-CN": "收到外部系统的消息时自动发起" },
  keywords: ["webhook", "trigger", "触发", "接口"],
  is: (node) => node.kind === "start" && node.trigger?.type === "message",
  draft: () => ({ kind: "start", trigger: { type: "message", message: { name: "message" } } }),
};

export const endNone: ElementType = {
  id: "end",
  kind: "end",
  family: "event",
  name: { en: "End", "zh-CN": "结束" },
  hint: { en: "This path is finished", "zh-CN": "这条路径到此结束" },
  keywords: ["finish", "stop", "完成"],
  is: (node) => node.kind === "end" && (node.result === undefined || node.result.type === "none"),
  draft: () => ({ kind: "end" }),
};

export const endTerminate: ElementType = {
  id: "terminateEnd",
  kind: "end",
  family: "event",
  name: { en: "End everything", "zh-CN": "终止结束" },
  hint: {
    en: "Ends the whole case at once; open tasks are cancelled",
    "zh-CN": "立即结束整个流程，未完成的任务一并取消",
  },
  keywords: ["terminate", "abort", "终止", "中止"],
  is: (node) => node.kind === "end" && node.result?.type === "terminate",
  draft: () => ({ kind: "end", result: { type: "terminate" } }),
};

export const endError: ElementType = {
  id: "errorEnd",
  kind: "end",
  family: "event",
  name: { en: "End with error", "zh-CN": "错误结束" },
  hint: {
    en: "Reports an error that the sub-process around it can catch",
    "zh-CN": "抛出错误，由外层子流程的边界事件处理",
  },
  keywords: ["fail", "throw", "报错", "失败"],
  is: (node) => node.kind === "end" && node.result?.type === "error",
  draft: () => ({ kind: "end", result: { type: "error", code: "failed" } }),
};

export const timerCatch: ElementType = {
  id: "timerCatch",
  kind: "catch",
  family: "event",
  name: { en: "Wait for time", "zh-CN": "等待时间" },
  hint: { en: "Goes on after a while or on a date", "zh-CN": "等待一段时间或到指定日期后继续" },
  keywords: ["timer", "delay", "sleep", "定时", "延时"],
  is: (node) => node.kind === "catch" && node.event.type === "timer",
  draft: () => ({ kind: "catch", event: { type: "timer", duration: "PT1H" } }),
};

export const messageCatch: ElementType = {
  id: "messageCatch",
  kind: "catch",
  family: "event",
  name: { en: "Wait for message", "zh-CN": "等待消息" },
  hint: { en: "Goes on when a message for this case arrives", "zh-CN": "收到与本单相关的消息后继续" },
  keywords: ["receive", "event", "callback", "回调", "接收"],
  is: (node) => node.kind === "catch" && node.event.type === "message",
  draft: () => ({ kind: "catch", event: { type: "message", message: { name: "message" } } }),
};
