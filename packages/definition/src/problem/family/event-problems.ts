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
      en: "“{step}” is attached to “{target}”, which cannot carry events.",
      "zh-CN": "“{step}”附着在“{target}”上，但它不能附着事件。",
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
  "boundary.cancel-host": {
    severity: "error",
    message: {
      en: "“{step}” reacts to the cancelling of a transaction, but “{target}” is no transaction.",
      "zh-CN": "“{step}”响应事务取消，但“{target}”不是事务子流程。",
    },
    fix: {
      en: "Put it on a transaction, or choose another event.",
      "zh-CN": "请附着到事务子流程上，或改用其他事件。",
    },
  },
  "boundary.cancel-continues": {
    severity: "error",
    message: {
      en: "“{step}” reacts to the cancelling of “{target}”, which cannot go on after that.",
      "zh-CN": "“{step}”响应“{target}”的取消，取消之后它无法继续。",
    },
    fix: { en: "Let the event interrupt the step.", "zh-CN": "请把该事件设为中断型。" },
  },
  "timer.cycle-invalid": {
    severity: "error",
    message: { en: "“{found}” is not a repetition.", "zh-CN": "“{found}”不是有效的重复规则。" },
    fix: {
      en: "Write an ISO 8601 repetition such as R3/PT10M (three times, every 10 minutes) or R/2026-01-01T00:00:00Z/P1D.",
      "zh-CN":
        "请填写 ISO 8601 重复规则，例如 R3/PT10M（每 10 分钟一次，共三次）或 R/2026-01-01T00:00:00Z/P1D。",
    },
  },
  "timer.cron-invalid": {
    severity: "error",
    message: { en: "“{found}” is not a schedule.", "zh-CN": "“{found}”不是有效的定时规则。" },
    fix: {
      en: "Write five fields: minute, hour, day of month, month, day of week; for example 0 9 * * MON-FRI.",
      "zh-CN": "请填写五个字段：分、时、日、月、星期，例如 0 9 * * MON-FRI。",
    },
  },
  "timer.time-zone-unknown": {
    severity: "error",
    message: { en: "There is no time zone “{found}”.", "zh-CN": "没有名为“{found}”的时区。" },
    fix: {
      en: "Write a name such as Asia/Shanghai or Europe/Berlin.",
      "zh-CN": "请填写时区名称，例如 Asia/Shanghai 或 Europe/Berlin。",
    },
  },
  "timer.cycle-once": {
    severity: "warning",
    message: {
      en: "“{step}” repeats, but what it waits for is over with the first time.",
      "zh-CN": "“{step}”设置了重复，但第一次触发后等待就结束了。",
    },
    fix: {
      en: "Use a length of time, or let the event not interrupt.",
      "zh-CN": "请改用时长，或把事件设为非中断型。",
    },
  },
  "end.cancel-misplaced": {
    severity: "error",
    message: {
      en: "“{step}” cancels the transaction around it, but there is none.",
      "zh-CN": "“{step}”要取消外层事务，但它不在事务子流程内。",
    },
    fix: {
      en: "Move it into a transaction, or choose another result.",
      "zh-CN": "请移入事务子流程，或改用其他结束方式。",
    },
  },
  "compensation.handler-missing": {
    severity: "error",
    message: {
      en: "“{step}” has to lead to the one step that undoes the work.",
      "zh-CN": "“{step}”必须连到一个用于撤销的节点，且只能连一个。",
    },
    fix: { en: "Draw one line from it to that step.", "zh-CN": "请从它画一条连线到该节点。" },
  },
  "compensation.handler-kind": {
    severity: "error",
    message: {
      en: "“{step}” leads to “{target}”, which does no work and cannot undo any.",
      "zh-CN": "“{step}”连到了“{target}”，但它不是任务，无法执行撤销。",
    },
    fix: { en: "Lead to a task or a sub-process.", "zh-CN": "请连到任务或子流程。" },
  },
  "compensation.handler-connected": {
    severity: "error",
    message: {
      en: "“{target}” undoes work for “{step}” and stands beside the flow, but other lines lead to or from it.",
      "zh-CN": "“{target}”用于“{step}”的撤销，不在主流程中，但还有其他连线进出。",
    },
    fix: { en: "Delete the other lines.", "zh-CN": "请删除其他连线。" },
  },
  "compensation.activity-unknown": {
    severity: "error",
    message: {
      en: "“{step}” undoes “{id}”, but there is no such step beside it.{suggestion}",
      "zh-CN": "“{step}”要撤销“{id}”，但同一层没有这个节点。{suggestion}",
    },
    fix: {
      en: "Choose a step of the same level, or leave the choice out to undo everything.",
      "zh-CN": "请选择同一层的节点，或不指定以撤销全部。",
    },
  },
  "compensation.nothing-to-undo": {
    severity: "warning",
    message: {
      en: "“{step}” undoes work, but nothing says how that work is undone.",
      "zh-CN": "“{step}”要撤销已完成的工作，但没有设置撤销方式。",
    },
    fix: {
      en: "Put an “undo” event on the step and lead it to what undoes it.",
      "zh-CN": "请在要撤销的节点上添加补偿边界事件，并连到执行撤销的节点。",
    },
  },
  "link.catch-missing": {
    severity: "error",
    message: {
      en: "“{step}” jumps to “{name}”, but no such place is on this level.{suggestion}",
      "zh-CN": "“{step}”跳转到“{name}”，但同一层没有这个位置。{suggestion}",
    },
    fix: {
      en: "Add the place to go on with this name, or choose an existing one.",
      "zh-CN": "请添加同名的跳转目标，或选择已有的目标。",
    },
  },
  "link.catch-several": {
    severity: "error",
    message: {
      en: "{count} places to go on are called “{name}”; a jump leads to one.",
      "zh-CN": "有 {count} 个跳转目标都叫“{name}”，跳转只能到一个。",
    },
    fix: { en: "Give this one another name.", "zh-CN": "请换一个名称。" },
  },
  "link.outgoing": {
    severity: "error",
    message: {
      en: "A line leaves “{step}”, but the flow goes on at the place called “{name}”.",
      "zh-CN": "“{step}”之后还有连线，但流程会跳转到“{name}”继续。",
    },
    fix: { en: "Delete the line.", "zh-CN": "请删除该连线。" },
  },
  "link.incoming": {
    severity: "error",
    message: {
      en: "A line leads into “{step}”, which is reached only by jumps to “{name}”.",
      "zh-CN": "有连线指向“{step}”，但它只能通过跳转“{name}”到达。",
    },
    fix: { en: "Lead the line to the step after it.", "zh-CN": "请把连线接到它之后的节点。" },
  },
} as const satisfies ProblemFamily;
