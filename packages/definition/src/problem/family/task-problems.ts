import type { ProblemFamily } from "../problem-template.ts";

/** Work that cannot be given out, finished or called. */
export const TASK_PROBLEMS = {
  "service.work-missing": {
    severity: "error",
    message: {
      en: "“{step}” does not say what to do: it has neither a call nor a job type.",
      "zh-CN": "“{step}”没有说明要做什么：既没有系统调用，也没有作业类型。",
    },
    fix: {
      en: "Choose a system and an operation, or enter a job type.",
      "zh-CN": "请选择系统和操作，或填写作业类型。",
    },
  },
  "service.work-twice": {
    severity: "error",
    message: {
      en: "“{step}” has both a call and a job type.",
      "zh-CN": "“{step}”同时设置了系统调用和作业类型。",
    },
    fix: { en: "Keep one of them.", "zh-CN": "请只保留其中一个。" },
  },
  "approval.outcome-unknown": {
    severity: "error",
    message: {
      en: "A line from “{step}” waits for the outcome “{outcome}”, which an approval never has.{suggestion}",
      "zh-CN": "从“{step}”出发的连线要求结果为“{outcome}”，审批不会有这种结果。{suggestion}",
    },
    fix: { en: "Use “approved” or “rejected”.", "zh-CN": "请使用“approved”（同意）或“rejected”（拒绝）。" },
  },
  "approval.outcome-missing": {
    severity: "error",
    message: {
      en: "No line leads on when “{step}” is {outcome}.",
      "zh-CN": "“{step}”{outcome}之后没有后续连线。",
    },
    fix: {
      en: "Draw a line for this outcome, or one without outcome for whatever has no line of its own.",
      "zh-CN": "请为该结果画一条连线，或画一条不带结果的连线作为其余结果的去向。",
    },
  },
  "approval.votes-too-many": {
    severity: "error",
    message: {
      en: "“{step}” needs {needed} approvals, but only {count} people are asked.",
      "zh-CN": "“{step}”需要 {needed} 人同意，但只有 {count} 位审批人。",
    },
    fix: { en: "Ask more people, or need fewer approvals.", "zh-CN": "请增加审批人，或减少所需人数。" },
  },
  "checklist.duplicate": {
    severity: "error",
    message: {
      en: "The checklist of “{step}” has the id “{id}” twice.",
      "zh-CN": "“{step}”的检查项标识“{id}”重复。",
    },
    fix: { en: "Give this item another id.", "zh-CN": "请为该检查项换一个标识。" },
  },
  "mapping.target-invalid": {
    severity: "error",
    message: {
      en: "“{target}” is not a name that a value can be written to.",
      "zh-CN": "“{target}”不是可写入的名称。",
    },
    fix: {
      en: "Write a field name, or a path such as refund.number.",
      "zh-CN": "请填写字段名，或类似 refund.number 的路径。",
    },
  },
  "mapping.target-unknown": {
    severity: "warning",
    message: {
      en: "“{target}” is not a field of the case.{suggestion}",
      "zh-CN": "实例数据中没有字段“{target}”。{suggestion}",
    },
    fix: {
      en: "Choose a field, or add “{target}” to the case data.",
      "zh-CN": "请选择已有字段，或把“{target}”加入实例数据。",
    },
  },
  "deadline.field-type": {
    severity: "error",
    message: {
      en: "The deadline of “{step}” is read from “{field}”, which holds no date.",
      "zh-CN": "“{step}”的截止时间取自“{field}”，但该字段不是日期。",
    },
    fix: { en: "Choose a field of type date or date and time.", "zh-CN": "请选择日期或日期时间类型的字段。" },
  },
  "who.field-type": {
    severity: "error",
    message: {
      en: "“{step}” goes to the person in “{field}”, which holds no person.",
      "zh-CN": "“{step}”由字段“{field}”中的人员处理，但该字段存的不是人员。",
    },
    fix: { en: "Choose a field of type person.", "zh-CN": "请选择人员类型的字段。" },
  },
} as const satisfies ProblemFamily;
