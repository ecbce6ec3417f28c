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
