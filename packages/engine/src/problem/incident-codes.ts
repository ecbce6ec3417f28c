import type { BilingualText } from "@flowright/definition";

/** Why a token stopped. `{name}` places are filled from the params; `name:zh-CN` takes its place in Chinese. */
export const INCIDENT_CODES = {
  "expression.failed": {
    en: "“{expression}” could not be worked out: {reason} Values: {values}.",
    "zh-CN": "表达式“{expression}”无法计算：{reason}相关值：{values}。",
  },
  "condition.not-boolean": {
    en: "The condition “{expression}” gave {value} instead of true or false. Values: {values}.",
    "zh-CN": "条件“{expression}”的结果是 {value}，而不是“是”或“否”。相关值：{values}。",
  },
  "mapping.target-not-context": {
    en: "“{target}” cannot be written: what is there now has no parts.",
    "zh-CN": "无法写入“{target}”：现有的值没有下级字段。",
  },
  "choice.none-holds": {
    en: "No condition of the branches is true and no branch is the default.",
    "zh-CN": "所有分支的条件都不成立，也没有设置默认分支。",
  },
  "outcome.no-edge": {
    en: "No connection leaves for the outcome “{outcome}”.",
    "zh-CN": "没有为结果“{outcome}”绘制后续连线。",
  },
  "task.nobody": {
    en: "Nobody was found to do this step.",
    "zh-CN": "没有找到可以办理此节点的人。",
  },
  "approval.too-few": {
    en: "{needed} approvals are needed but only {found} people were found.",
    "zh-CN": "需要 {needed} 人同意，但只找到 {found} 人。",
  },
  "time.not-readable": {
    en: "“{text}” is neither a duration nor a point in time that can be used here.",
    "zh-CN": "“{text}”不是可用的时长或时间。",
  },
  "message.no-key": {
    en: "The key “{expression}” of the message {name} is empty.",
    "zh-CN": "消息 {name} 的关联键“{expression}”为空。",
  },
  "job.failed": {
    en: "The call failed for good: {reason}",
    "zh-CN": "调用最终失败：{reason}",
  },
  "call.failed": {
    en: "The flow that this step calls ended without a result: {reason}",
    "zh-CN": "此节点调用的流程未能得出结果：{reason}",
  },
  "decision.none": {
    en: "The table gives no answer: {reason}",
    "zh-CN": "决策表没有给出结果：{reason}",
  },
  "decision.failed": {
    en: "The table could not decide: {reason}",
    "zh-CN": "决策表无法得出结果：{reason}",
  },
  "decision.missing": {
    en: "The workspace has no decision table {id} (version: {version}).",
    "zh-CN": "工作区中没有决策表 {id}（版本：{version}）。",
  },
  "decision.broken": {
    en: "The decision table {id} (version: {version}) cannot be used here: {reason}",
    "zh-CN": "决策表 {id}（版本：{version}）无法在此使用：{reason}",
  },
  "error.uncaught": {
    en: "The error {error} was thrown and nothing catches it: {reason}",
    "zh-CN": "抛出了错误 {error}，但没有任何边界事件捕获：{reason}",
  },
  "join.never-fills": {
    en: "Nothing more can come to {joins}, where branches are still awaited.",
    "zh-CN": "{joins} 仍在等待其他分支，但已没有分支会到达。",
  },
  "loop.choices": {
    en: "The choices that follow lead round in a circle without a step between them.",
    "zh-CN": "后续的选择网关首尾相接形成循环，中间没有任何节点。",
  },
  "instances.no-list": {
    en: "“{expression}” gave {value} instead of a list or a number, so it is not clear how often this is to be done.",
    "zh-CN": "“{expression}”的结果是 {value}，不是列表或数字，无法确定此节点要办理几次。",
  },
  "limit.instances": {
    en: "A step may be done at most {limit} times.",
    "zh-CN": "同一节点最多允许办理 {limit} 次。",
  },
  "limit.steps": {
    en: "More than {limit} moves in one turn: the case goes round in a circle.",
    "zh-CN": "单次推进超过 {limit} 步：流程可能陷入循环。",
  },
  "limit.tokens": {
    en: "The case may have at most {limit} branches at once.",
    "zh-CN": "同一流程实例最多允许 {limit} 个并行分支。",
  },
  "limit.depth": {
    en: "Sub-processes may be nested at most {limit} deep.",
    "zh-CN": "子流程最多允许嵌套 {limit} 层。",
  },
  "limit.value": {
    en: "“{name}” would be {size} KiB; one value may have {limit} KiB. Let the mapping keep only what the flow decides by, and put the rest into a file.",
    "zh-CN":
      "“{name}”将达到 {size} KiB，单个值最多 {limit} KiB。请在映射中只保留流程判断所需的内容，其余放入文件。",
  },
  "limit.parameters": {
    en: "What is handed over would be larger than {limit} characters. Let the mapping pass only what is needed there, or the id of a file.",
    "zh-CN": "传递的数据将超过 {limit} 个字符。请在映射中只传递所需内容，或传递文件编号。",
  },
  "message.key-too-long": {
    en: "The key of the message {name} has {size} characters; a key may have {limit}. Use a short one, for example the order’s number.",
    "zh-CN": "消息 {name} 的关联键有 {size} 个字符，最多允许 {limit} 个。请使用较短的键，例如订单号。",
  },
  "limit.variables": {
    en: "The case data would be larger than {limit} characters.",
    "zh-CN": "流程数据将超过 {limit} 个字符。",
  },
} as const satisfies Record<string, BilingualText>;

export type IncidentCode = keyof typeof INCIDENT_CODES;
