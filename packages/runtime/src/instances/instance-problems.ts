import { type ProblemCode, refuser } from "../problem/problem-code.ts";

const instanceProblems = {
  "instance.unknown": {
    status: 404,
    message: { en: "There is no case {id}.", "zh-CN": "没有编号为 {id} 的流程实例。" },
    fix: {
      en: "Check the id; the case may belong to another workspace or to other people.",
      "zh-CN": "请核对编号；该实例可能属于其他工作区或其他人。",
    },
  },
  "start.not-allowed": {
    status: 403,
    message: {
      en: "You may not start the flow {id}; it is for {roles}.",
      "zh-CN": "您不能发起流程 {id}，仅限 {roles}。",
    },
    fix: {
      en: "Ask an administrator for one of these roles.",
      "zh-CN": "请联系管理员授予其中一个角色。",
    },
  },
  "start.by-message-only": {
    status: 409,
    message: { en: "The flow {id} is started by messages alone.", "zh-CN": "流程 {id} 只能由消息发起。" },
    fix: {
      en: "Send its message, or draw a start event without a trigger.",
      "zh-CN": "请发送对应消息，或在流程中画一个无触发条件的开始事件。",
    },
  },
  "start.data-wrong": {
    status: 422,
    message: {
      en: "{count} values of the start form are missing or wrong.",
      "zh-CN": "发起表单中有 {count} 处缺失或错误。",
    },
    fix: { en: "Correct the fields listed.", "zh-CN": "请更正列出的字段。" },
  },
  "start.business-key-too-long": {
    status: 422,
    message: { en: "The business key has more than 200 characters.", "zh-CN": "业务编号超过 200 个字符。" },
    fix: { en: "Shorten it.", "zh-CN": "请缩短。" },
  },
  "instance.reason-missing": {
    status: 422,
    message: { en: "This needs a reason.", "zh-CN": "此操作需要填写原因。" },
    fix: { en: "Write why it is done.", "zh-CN": "请说明原因。" },
  },
  "casework.items-wrong": {
    status: 422,
    message: { en: "The items cannot be stored.", "zh-CN": "这些条目无法保存。" },
    fix: { en: "Correct the values listed.", "zh-CN": "请更正列出的值。" },
  },
  "casework.variables-wrong": {
    status: 422,
    message: {
      en: "{count} values do not fit the fields of the case.",
      "zh-CN": "有 {count} 个值不符合流程字段。",
    },
    fix: { en: "Correct the values listed.", "zh-CN": "请更正列出的值。" },
  },
  "casework.step-wrong": {
    status: 422,
    message: { en: "This cannot be a step of the plan.", "zh-CN": "该内容不能作为计划中的步骤。" },
    fix: { en: "Correct what is listed.", "zh-CN": "请更正列出的问题。" },
  },
  "migration.version-unknown": {
    status: 422,
    message: { en: "The flow has no version {version}.", "zh-CN": "该流程没有版本 {version}。" },
    fix: { en: "Choose one of its versions.", "zh-CN": "请选择已有的版本。" },
  },
  "comment.text-wrong": {
    status: 422,
    message: { en: "A comment has 1 to 4000 characters.", "zh-CN": "评论须为 1 到 4000 个字符。" },
    fix: { en: "Shorten the text, or write one.", "zh-CN": "请填写或缩短内容。" },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseInstance = refuser(instanceProblems);
