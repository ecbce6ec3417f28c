import type { StartTrigger } from "@flowright/definition";
import { type ElementType, type ElementWords, element } from "./element-type.ts";

function start(id: string, trigger: StartTrigger, words: ElementWords): ElementType {
  return element(
    id,
    "event",
    words,
    () => (trigger.type === "none" ? { kind: "start" } : { kind: "start", trigger }),
    (node) => node.kind === "start" && (node.trigger?.type ?? "none") === trigger.type,
  );
}

export const startNone = start(
  "start",
  { type: "none" },
  {
    common: true,
    name: ["Start", "开始"],
    hint: ["Someone starts the flow, with a form if there is one", "由人发起流程，可带发起表单"],
    keywords: ["begin", "launch", "发起", "启动"],
  },
);

/** Every way to begin, the plain one first. */
export const STARTS: readonly ElementType[] = [
  startNone,
  start(
    "messageStart",
    { type: "message", message: { name: "message" } },
    {
      common: true,
      name: ["Start on message", "消息开始"],
      hint: ["A message from another system starts the flow", "收到外部系统的消息时自动发起"],
      keywords: ["webhook", "trigger", "触发", "接口"],
    },
  ),
  start(
    "timerStart",
    { type: "timer", cron: "0 9 * * MON-FRI", timeZone: "Asia/Shanghai" },
    {
      name: ["Start at a time", "定时开始"],
      hint: ["Starts by itself, once or again and again", "到时间自动发起，可重复"],
      keywords: ["timer", "schedule", "cron", "daily", "定时", "每天", "周期"],
    },
  ),
  start(
    "signalStart",
    { type: "signal", signal: { name: "signal" } },
    {
      name: ["Start on signal", "信号开始"],
      hint: ["Starts whenever someone sends the signal to everyone", "收到广播信号时自动发起"],
      keywords: ["broadcast", "广播"],
    },
  ),
  start(
    "conditionStart",
    { type: "condition", condition: "null" },
    {
      name: ["Start on condition", "条件开始"],
      hint: ["Inside a block for events: as soon as the data fits", "事件处理块内：数据满足条件时开始"],
      keywords: ["conditional", "rule", "条件"],
    },
  ),
  start(
    "errorStart",
    { type: "error" },
    {
      name: ["Start on error", "错误开始"],
      hint: ["Inside a block for events: when something around it fails", "事件处理块内：外层出错时开始"],
      keywords: ["exception", "fail", "异常", "错误"],
    },
  ),
  start(
    "escalationStart",
    { type: "escalation" },
    {
      name: ["Start on escalation", "升级开始"],
      hint: [
        "Inside a block for events: when something around it is escalated",
        "事件处理块内：外层上报升级时开始",
      ],
      keywords: ["escalate", "上报", "升级"],
    },
  ),
  start(
    "compensationStart",
    { type: "compensation" },
    {
      name: ["Start on undo", "补偿开始"],
      hint: [
        "Inside a block for events: when what is around it is to be undone",
        "事件处理块内：外层需要撤销时开始",
      ],
      keywords: ["compensation", "rollback", "补偿", "撤销"],
    },
  ),
];
