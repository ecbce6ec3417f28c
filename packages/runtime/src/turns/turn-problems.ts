import { type ProblemCode, refuser } from "../problem/problem-code.ts";

/** Why a command was not carried out, before the engine saw it. */
export const turnProblems = {
  "instance.unknown": {
    status: 404,
    message: { en: "There is no case {id}.", "zh-CN": "没有编号为 {id} 的流程实例。" },
    fix: {
      en: "Check the id; it may belong to another workspace.",
      "zh-CN": "请核对编号，它可能属于其他工作区。",
    },
  },
  "definition.unknown": {
    status: 404,
    message: { en: "There is no published flow {id}.", "zh-CN": "没有已发布的流程 {id}。" },
    fix: { en: "Publish the flow first, or check its id.", "zh-CN": "请先发布流程，或核对流程编号。" },
  },
  "definition.version-unknown": {
    status: 404,
    message: { en: "Flow {id} has no version {version}.", "zh-CN": "流程 {id} 没有版本 {version}。" },
    fix: { en: "Choose a version from the list of versions.", "zh-CN": "请从版本列表中选择。" },
  },
  "idempotency.body-differs": {
    status: 422,
    message: {
      en: "The idempotency key {key} was used before with another request.",
      "zh-CN": "幂等键 {key} 已用于另一个内容不同的请求。",
    },
    fix: { en: "Use a new key for each new request.", "zh-CN": "每个新请求请使用新的幂等键。" },
  },
  "message.delivered-before": {
    status: 409,
    message: { en: "The message {id} was delivered before.", "zh-CN": "消息 {id} 已投递过。" },
    fix: { en: "Nothing to do.", "zh-CN": "无需处理。" },
  },
  "message.key-busy": {
    status: 409,
    message: {
      en: "A case for the key {key} is still running.",
      "zh-CN": "关键字 {key} 的流程实例仍在运行。",
    },
    fix: { en: "Wait until that case has ended.", "zh-CN": "请等待该流程实例结束。" },
  },
  "case.state-damaged": {
    status: 409,
    message: {
      en: "What is stored of this case cannot be read.",
      "zh-CN": "该流程实例的存储内容无法读取。",
    },
    fix: {
      en: "Whoever operates cases can retry it: it is put together anew from its history. If that is not possible, it can be cancelled.",
      "zh-CN": "有流程操作权限的人可以重试：系统会根据历史记录重新生成。如果仍不行，可以取消该实例。",
    },
  },
  "case.history-damaged": {
    status: 409,
    message: {
      en: "Neither what is stored of this case nor its history can be read.",
      "zh-CN": "该流程实例的存储内容和历史记录都无法读取。",
    },
    fix: { en: "Cancel it, and start it anew.", "zh-CN": "请取消该实例并重新发起。" },
  },
  "case.definition-damaged": {
    status: 409,
    message: {
      en: "Version {version} of its flow, by which this case runs, cannot be read.",
      "zh-CN": "该流程实例使用的第 {version} 版流程无法读取。",
    },
    fix: {
      en: "Move the case to another version of the flow, or cancel it.",
      "zh-CN": "请将该实例迁移到流程的其他版本，或取消它。",
    },
  },
  "case.ended": {
    status: 409,
    message: { en: "The case has ended.", "zh-CN": "该流程实例已结束。" },
    fix: { en: "There is nothing to do.", "zh-CN": "无需处理。" },
  },
  "case.turn-failed": {
    status: 409,
    message: {
      en: "What was due in this case could not be carried out; it waits until somebody retries it.",
      "zh-CN": "该流程实例到期的操作无法执行，等待人工重试。",
    },
    fix: {
      en: "Retry it; if it fails again, move the case by hand or cancel it, and send the server's log to its makers.",
      "zh-CN": "请重试；如果再次失败，请调整节点或取消该实例，并将服务器日志发给开发者。",
    },
  },
  "migration.same-version": {
    status: 409,
    message: {
      en: "The case runs by version {version} already.",
      "zh-CN": "该流程实例已使用第 {version} 版。",
    },
    fix: { en: "There is nothing to do.", "zh-CN": "无需处理。" },
  },
  "turn.data-refused": {
    status: 422,
    message: {
      en: "The database cannot keep a value of this request ({state}).",
      "zh-CN": "数据库无法保存该请求中的某个值（{state}）。",
    },
    fix: {
      en: "Remove control characters and values out of range.",
      "zh-CN": "请去掉控制字符和超出范围的值。",
    },
  },
  "turn.failed": {
    status: 503,
    message: {
      en: "The command could not be carried out now; nothing was changed.",
      "zh-CN": "暂时无法执行该操作，数据未改变。",
    },
    fix: { en: "Try again in a moment.", "zh-CN": "请稍后重试。" },
  },
  "turn.outcome-unknown": {
    status: 503,
    message: {
      en: "The database went away at this very moment; whether the command was carried out is not known.",
      "zh-CN": "数据库恰在此时断开，无法确定该操作是否已执行。",
    },
    fix: {
      en: "Look at the case before you try again, or send it again with the same idempotency key.",
      "zh-CN": "请先查看流程实例再重试，或使用相同的幂等键重新发送。",
    },
  },
  "turn.overload": {
    status: 503,
    message: { en: "Too many commands are waiting.", "zh-CN": "等待处理的操作过多。" },
    fix: { en: "Try again in a moment.", "zh-CN": "请稍后重试。" },
  },
  "turn.closing": {
    status: 503,
    message: { en: "The server is shutting down.", "zh-CN": "服务器正在关闭。" },
    fix: { en: "Try again in a moment.", "zh-CN": "请稍后重试。" },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseTurn = refuser(turnProblems);

/** Whether a command was refused because the case itself cannot be read. */
export function isDamage(code: string): boolean {
  return code === "case.state-damaged" || code === "case.definition-damaged";
}
