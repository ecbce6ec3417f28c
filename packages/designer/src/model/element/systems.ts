import type { ElementType } from "./element-type.ts";

export const serviceTask: ElementType = {
  id: "serviceTask",
  kind: "serviceTask",
  family: "system",
  name: { en: "Call a system", "zh-CN": "调用系统" },
  hint: { en: "A connected system does something and answers", "zh-CN": "自动调用已接入的系统并取回结果" },
  keywords: ["service task", "api", "http", "integration", "connector", "服务任务", "接口", "自动"],
  is: (node) => node.kind === "serviceTask",
  draft: () => ({ kind: "serviceTask" }),
};

export const scriptTask: ElementType = {
  id: "scriptTask",
  kind: "scriptTask",
  family: "system",
  name: { en: "Set values", "zh-CN": "计算赋值" },
  hint: { en: "Works out values and stores them in the case", "zh-CN": "计算并写入数据字段" },
  keywords: ["script", "calculate", "assign", "formula", "脚本", "公式", "赋值"],
  is: (node) => node.kind === "scriptTask",
  draft: () => ({ kind: "scriptTask", assignments: [{ target: "result", value: "null" }] }),
};

export const receiveTask: ElementType = {
  id: "receiveTask",
  kind: "receiveTask",
  family: "system",
  name: { en: "Receive", "zh-CN": "接收消息" },
  hint: {
    en: "Waits for a message; deadlines can be put on its edge",
    "zh-CN": "等待消息到达，可附加超时等边界事件",
  },
  keywords: ["receive task", "wait", "webhook", "接收任务", "等待"],
  is: (node) => node.kind === "receiveTask",
  draft: () => ({ kind: "receiveTask", message: { name: "message" } }),
};
