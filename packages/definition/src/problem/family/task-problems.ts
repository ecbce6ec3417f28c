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
  "decision.work-missing": {
    severity: "error",
    message: {
      en: "“{step}” does not say what decides: it has neither a table of its own nor a decision of the workspace.",
      "zh-CN": "“{step}”没有说明如何决策：既没有自己的决策表，也没有引用工作区的决策。",
    },
    fix: { en: "Fill in a table, or choose a decision.", "zh-CN": "请填写决策表，或选择一个决策。" },
  },
  "decision.work-twice": {
    severity: "error",
    message: {
      en: "“{step}” has both a table of its own and a decision of the workspace.",
      "zh-CN": "“{step}”同时设置了自己的决策表和工作区的决策。",
    },
    fix: { en: "Keep one of them.", "zh-CN": "请只保留其中一个。" },
  },
  "decision.unknown": {
    severity: "warning",
    message: {
      en: "“{step}” uses the decision “{id}”, but the workspace has none of that name.{suggestion}",
      "zh-CN": "“{step}”引用的决策“{id}”在工作区中不存在。{suggestion}",
    },
    fix: { en: "Choose an existing decision.", "zh-CN": "请选择已有的决策。" },
  },
  "call.flow-unknown": {
    severity: "warning",
    message: {
      en: "“{step}” calls the flow “{id}”, but the workspace has none of that name.{suggestion}",
      "zh-CN": "“{step}”调用的流程“{id}”在工作区中不存在。{suggestion}",
    },
    fix: { en: "Choose an existing flow.", "zh-CN": "请选择已有的流程。" },
  },
  "call.itself": {
    severity: "warning",
    message: {
      en: "“{step}” calls the flow “{flow}” that it stands in; without a way past it this never ends.",
      "zh-CN": "“{step}”调用了自己所在的流程“{flow}”；如果没有绕过它的路径，调用永远不会结束。",
    },
    fix: {
      en: "Make sure that the step is not reached every time, or choose another flow.",
      "zh-CN": "请确保不是每次都会走到该节点，或改为其他流程。",
    },
  },
  "loop.item-invalid": {
    severity: "error",
    message: {
      en: "“{item}” cannot be the name of the item of “{step}”.",
      "zh-CN": "“{item}”不能作为“{step}”中每一项的名称。",
    },
    fix: {
      en: "Use letters, digits and _, not beginning with a digit, and no name such as index.",
      "zh-CN": "请使用字母、数字和下划线，不以数字开头，且不使用 index 等保留名称。",
    },
  },
  "loop.item-hides": {
    severity: "warning",
    message: {
      en: "In “{step}” the name “{item}” stands for one item of the list, so the field of that name cannot be read there.",
      "zh-CN": "在“{step}”中，“{item}”代表列表中的一项，因此无法读取同名字段。",
    },
    fix: { en: "Give the item another name.", "zh-CN": "请为每一项换一个名称。" },
  },
  "decision.tables-too-many": {
    severity: "warning",
    message: {
      en: "There are so many decision tables that those from “{step}” on were not checked; {limit} rules are looked at.",
      "zh-CN": "决策表过多，从“{step}”起未再检查，最多检查 {limit} 条规则。",
    },
    fix: {
      en: "Move tables into decisions of the workspace, where each is checked by itself.",
      "zh-CN": "请把决策表移到工作区的决策中，在那里单独检查。",
    },
  },
} as const satisfies ProblemFamily;
