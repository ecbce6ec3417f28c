import type { ProblemFamily } from "../problem-template.ts";

/** Events that cannot happen or cannot be understood. */
export const EVENT_PROBLEMS = {
  "boundary.attached-unknown": {
    severity: "error",
    message: {
      en: "“{step}” is attached to “{id}”, but there is no such step beside it.{suggestion}",
      "zh-CN": "“{step}”附着在“{id}”上，但同一层没有这个节点。{suggestion}",
    },
    fix: {
      en: "Attach it to a task or sub-process of the same level.",
      "zh-CN": "请附着到同一层的任务或子流程上。",
    },
  },
  "boundary.attached-kind": {
    severity: "error",
    message: {
      en: "“{step}” is attached to “{target}”, which is neither a task nor a sub-process.",
      "zh-CN": "“{step}”附着在“{target}”上，但它既不是任务也不是子流程。",
    },
    fix: { en: "Attach it to a task or a sub-process.", "zh-CN": "请附着到任务或子流程上。" },
  },
  "boundary.event-never": {
    severity: "warning",
    message: {
      en: "“{target}” is over at once or never fails in this way, so “{step}” can never happen.",
      "zh-CN": "“{target}”不会等待，也不会出现这种错误，因此“{step}”永远不会触发。",
    },
    fix: {
      en: "Attach it to a step that waits or can fail, or delete it.",
      "zh-CN": "请附着到会等待或可能失败的节点上，或删除。",
    },
  },
  "boundary.error-continues": {
    severity: "error",
    message: {
      en: "“{step}” reacts to an error, and after an error “{target}” cannot go on.",
      "zh-CN": "“{step}”捕获错误，而出错之后“{target}”无法继续。",
    },
    fix: { en: "Let the event interrupt the step.", "zh-CN": "请把该事件设为中断型。" },
  },
  "duration.invalid": {
    severity: "error",
    message: {
      en: "“{found}” is not a duration.",
      "zh-CN": "“{found}”不是有效的时长。",
    },
    fix: {
      en: "Write an ISO 8601 duration such as PT4H (4 hours) or P7D (7 days).",
      "zh-CN": "请填写 ISO 8601 时长，例如 PT4H（4 小时）或 P7D（7 天）。",
    },
  },
  "date.invalid": {
    severity: "error",
    message: { en: "“{found}” is not a date.", "zh-CN": "“{found}”不是有效的日期。" },
    fix: {
      en: "Write an ISO 8601 date such as 2026-11-11 or 2026-11-11T00:00:00+08:00.",
      "zh-CN": "请填写 ISO 8601 日期，例如 2026-11-11 或 2026-11-11T00:00:00+08:00。",
    },
  },
  "message.start-key-missing": {
    severity: "error",
    message: {
      en: "“{step}” starts one case per key, but the message has no key.",
      "zh-CN": "“{step}”要求每个键只启动一个实例，但消息没有设置键。",
    },
    fix: {
      en: "Give the message a key, for example message.orderNo.",
      "zh-CN": "请为消息设置键，例如 message.orderNo。",
    },
  },
  "message.key-missing": {
    severity: "warning",
    message: {
      en: "“{step}” waits for the message “{message}” without a key, so it cannot tell one case from another.",
      "zh-CN": "“{step}”等待消息“{message}”但没有设置键，无法区分是哪个实例的消息。",
    },
    fix: {
      en: "Give it a key that the sender knows, for example the order number.",
      "zh-CN": "请设置发送方知道的键，例如订单号。",
    },
  },
} as const satisfies ProblemFamily;
