import { element } from "./element-type.ts";

export const serviceTask = element(
  "serviceTask",
  "system",
  {
    common: true,
    name: ["Call a system", "调用系统"],
    hint: ["A connected system does something and answers", "自动调用已接入的系统并取回结果"],
    keywords: ["service task", "api", "http", "integration", "connector", "服务任务", "接口", "自动"],
  },
  () => ({ kind: "serviceTask" }),
);

export const scriptTask = element(
  "scriptTask",
  "system",
  {
    common: true,
    name: ["Set values", "计算赋值"],
    hint: ["Works out values and stores them in the case", "计算并写入数据字段"],
    keywords: ["script", "calculate", "assign", "formula", "脚本", "公式", "赋值"],
  },
  () => ({ kind: "scriptTask", assignments: [{ target: "result", value: "null" }] }),
);

export const businessRuleTask = element(
  "businessRuleTask",
  "system",
  {
    common: true,
    name: ["Decision table", "决策表"],
    hint: ["Looks up a result in a table of rules", "按决策表中的规则得出结果"],
    keywords: ["business rule task", "dmn", "rules", "table", "lookup", "业务规则", "规则表", "决策"],
  },
  () => ({
    kind: "businessRuleTask",
    table: {
      hitPolicy: "first",
      inputs: [{ id: "input_1", expression: "null", type: "string" }],
      outputs: [{ name: "result", type: "string" }],
      rules: [{ id: "rule_1", when: ["-"], then: ["null"] }],
    },
  }),
);

export const sendTask = element(
  "sendTask",
  "system",
  {
    name: ["Send message", "发送消息"],
    hint: ["Sends a message to another flow or case and goes on", "向其他流程或实例发送消息后继续"],
    keywords: ["send task", "publish", "notify", "发送任务", "通知"],
  },
  () => ({ kind: "sendTask", message: { name: "message" } }),
);

export const receiveTask = element(
  "receiveTask",
  "system",
  {
    common: true,
    name: ["Receive", "接收消息"],
    hint: ["Waits for a message; deadlines can be put on its edge", "等待消息到达，可附加超时等边界事件"],
    keywords: ["receive task", "wait", "webhook", "接收任务", "等待"],
  },
  () => ({ kind: "receiveTask", message: { name: "message" } }),
);

export const callActivity = element(
  "callActivity",
  "system",
  {
    name: ["Call a flow", "调用流程"],
    hint: ["Runs another flow as a case of its own and waits for its end", "启动另一个流程并等待其结束"],
    keywords: ["call activity", "sub-flow", "reuse", "module", "调用活动", "子流程引用", "复用"],
  },
  () => ({ kind: "callActivity", process: "flow" }),
);
