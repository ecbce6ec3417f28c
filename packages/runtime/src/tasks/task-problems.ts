import { type ProblemCode, refuser } from "../problem/problem-code.ts";

const taskProblems = {
  "task.unknown": {
    status: 404,
    message: { en: "There is no task {id}.", "zh-CN": "没有编号为 {id} 的任务。" },
    fix: {
      en: "Open the task from your list; it may belong to other people.",
      "zh-CN": "请从您的任务列表中打开；该任务可能属于其他人。",
    },
  },
  "task.closed": {
    status: 409,
    message: { en: "This task is closed already ({status}).", "zh-CN": "该任务已关闭（{status}）。" },
    fix: {
      en: "Open the case to see what was done and by whom.",
      "zh-CN": "请打开流程实例查看处理结果和处理人。",
    },
  },
  "task.waits": {
    status: 409,
    message: {
      en: "This step waits for {blockers}.",
      "zh-CN": "该步骤需等待：{blockers}。",
    },
    fix: {
      en: "It opens by itself once they are done.",
      "zh-CN": "前置步骤完成后会自动开启。",
    },
  },
  "task.taken": {
    status: 409,
    message: { en: "{assignee} has this task.", "zh-CN": "该任务已由 {assignee} 领取。" },
    fix: {
      en: "Ask that person to release or to transfer it.",
      "zh-CN": "请联系对方释放或转交该任务。",
    },
  },
  "task.not-yours": {
    status: 403,
    message: { en: "This task is for other people.", "zh-CN": "该任务由其他人处理。" },
    fix: {
      en: "Ask one of them to do it or to transfer it to you.",
      "zh-CN": "请由对应人员处理，或请其转交给您。",
    },
  },
  "task.is-approval": {
    status: 422,
    message: {
      en: "An approval is decided with approved or rejected.",
      "zh-CN": "审批任务须给出通过或驳回的结论。",
    },
    fix: { en: "Approve or reject it.", "zh-CN": "请选择通过或驳回。" },
  },
  "task.is-no-approval": {
    status: 409,
    message: { en: "This task is no approval.", "zh-CN": "该任务不是审批任务。" },
    fix: { en: "Complete it instead.", "zh-CN": "请直接完成该任务。" },
  },
  "task.data-wrong": {
    status: 422,
    message: {
      en: "{count} values of the form are missing or wrong.",
      "zh-CN": "表单中有 {count} 处缺失或错误。",
    },
    fix: { en: "Correct the fields listed.", "zh-CN": "请更正列出的字段。" },
  },
  "task.reason-missing": {
    status: 422,
    message: { en: "A reason is needed here.", "zh-CN": "此处必须填写理由。" },
    fix: { en: "Write why.", "zh-CN": "请填写理由。" },
  },
  "task.no-initiator": {
    status: 409,
    message: { en: "A program started this case, not a person.", "zh-CN": "该流程由程序发起，没有发起人。" },
    fix: { en: "Reject it, or transfer the task.", "zh-CN": "请拒绝或转办该任务。" },
  },
  "task.comment-too-long": {
    status: 422,
    message: { en: "The comment has more than 4000 characters.", "zh-CN": "意见超过 4000 个字符。" },
    fix: { en: "Shorten it.", "zh-CN": "请缩短。" },
  },
  "task.person-unknown": {
    status: 422,
    message: {
      en: "{user} is no active person of this workspace.",
      "zh-CN": "{user} 不是该工作区的在职人员。",
    },
    fix: { en: "Choose one of the colleagues offered.", "zh-CN": "请从可选的同事中选择。" },
  },
  "draft.too-large": {
    status: 422,
    message: { en: "The draft of this form is too large.", "zh-CN": "该表单草稿过大。" },
    fix: { en: "Shorten long texts.", "zh-CN": "请缩短较长的内容。" },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseTask = refuser(taskProblems);
