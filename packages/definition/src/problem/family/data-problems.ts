import type { ProblemFamily } from "../problem-template.ts";

/** Case data, expressions over it, and forms. */
export const DATA_PROBLEMS = {
  "field.name-invalid": {
    severity: "error",
    message: { en: "“{field}” cannot be the name of a field.", "zh-CN": "“{field}”不能用作字段名。" },
    fix: {
      en: "Begin with a letter or _, then use letters, digits and _ only; the title may be anything.",
      "zh-CN": "请以字母或 _ 开头，其后只用字母、数字和 _；字段标题不受限制。",
    },
  },
  "field.name-reserved": {
    severity: "error",
    message: {
      en: "“{field}” has a meaning in expressions and cannot be the name of a field.",
      "zh-CN": "“{field}”在表达式中有特殊含义，不能用作字段名。",
    },
    fix: { en: "Choose another name; the title may stay.", "zh-CN": "请换一个字段名，标题可以不变。" },
  },
  "field.required-unknown": {
    severity: "error",
    message: {
      en: "“{field}” is required but is not a field.{suggestion}",
      "zh-CN": "必填项“{field}”不是已有字段。{suggestion}",
    },
    fix: {
      en: "Add the field, or remove it from “required”.",
      "zh-CN": "请添加该字段，或从“required”中去掉。",
    },
  },
  "field.items-missing": {
    severity: "error",
    message: {
      en: "The list “{field}” does not say what its entries are.",
      "zh-CN": "列表“{field}”没有说明其中各项的类型。",
    },
    fix: { en: "Add “items”.", "zh-CN": "请补充“items”。" },
  },
  "field.range-empty": {
    severity: "error",
    message: {
      en: "No value fits “{field}”: its smallest value or length is above its largest.",
      "zh-CN": "“{field}”的下限大于上限，任何值都不符合。",
    },
    fix: { en: "Exchange or correct the two limits.", "zh-CN": "请修正上下限。" },
  },
  "field.pattern-invalid": {
    severity: "error",
    message: {
      en: "The pattern of “{field}” is not a regular expression.",
      "zh-CN": "“{field}”的格式规则不是有效的正则表达式。",
    },
    fix: { en: "Correct or remove the pattern.", "zh-CN": "请修正或去掉该规则。" },
  },
  "field.default-type": {
    severity: "error",
    message: {
      en: "The default of “{field}” does not have the type of the field.",
      "zh-CN": "“{field}”的默认值与字段类型不符。",
    },
    fix: { en: "Correct or remove the default.", "zh-CN": "请修正或去掉默认值。" },
  },
  "field.unknown": {
    severity: "error",
    message: {
      en: "“{step}” reads the field “{field}”, which does not exist.{suggestion}",
      "zh-CN": "“{step}”引用了不存在的字段“{field}”。{suggestion}",
    },
    fix: {
      en: "Choose a field, or add “{field}” to the case data.",
      "zh-CN": "请选择已有字段，或把“{field}”加入实例数据。",
    },
  },
  "expressions.too-many": {
    severity: "error",
    message: {
      en: "The flow has more than {limit} different expressions; the rest was not checked.",
      "zh-CN": "流程中不同的表达式超过 {limit} 个，其余未检查。",
    },
    fix: { en: "Split the flow.", "zh-CN": "请拆分流程。" },
  },
  "form.duplicate": {
    severity: "error",
    message: { en: "Two forms have the id “{id}”.", "zh-CN": "有两个表单的标识都是“{id}”。" },
    fix: { en: "Give one of them another id.", "zh-CN": "请为其中一个换标识。" },
  },
  "form.unknown": {
    severity: "error",
    message: {
      en: "“{step}” shows the form “{id}”, which does not exist.{suggestion}",
      "zh-CN": "“{step}”使用的表单“{id}”不存在。{suggestion}",
    },
    fix: { en: "Choose a form, or add this one.", "zh-CN": "请选择已有表单，或新建该表单。" },
  },
  "form.unused": {
    severity: "warning",
    message: { en: "No step shows the form “{form}”.", "zh-CN": "没有节点使用表单“{form}”。" },
    fix: { en: "Use it at a step, or delete it.", "zh-CN": "请在某个节点使用它，或删除。" },
  },
  "form.field-unknown": {
    severity: "error",
    message: {
      en: "The form “{form}” shows the field “{field}”, which does not exist.{suggestion}",
      "zh-CN": "表单“{form}”中的字段“{field}”不存在。{suggestion}",
    },
    fix: {
      en: "Choose a field, or add “{field}” to the case data.",
      "zh-CN": "请选择已有字段，或把“{field}”加入实例数据。",
    },
  },
  "form.field-twice": {
    severity: "warning",
    message: {
      en: "The form “{form}” shows the field “{field}” twice.",
      "zh-CN": "表单“{form}”重复显示字段“{field}”。",
    },
    fix: { en: "Remove one of them.", "zh-CN": "请去掉其中一个。" },
  },
  "form.columns-misplaced": {
    severity: "error",
    message: {
      en: "The form “{form}” gives “{field}” columns, but that field holds no rows.",
      "zh-CN": "表单“{form}”为“{field}”设置了列，但该字段不是明细列表。",
    },
    fix: { en: "Remove “columns”.", "zh-CN": "请去掉“columns”。" },
  },
  "form.required-hidden": {
    severity: "error",
    message: {
      en: "The form “{form}” requires “{field}” but hides it, so nobody can fill it in.",
      "zh-CN": "表单“{form}”要求填写“{field}”却将其隐藏，无人能填写。",
    },
    fix: { en: "Show the field, or do not require it.", "zh-CN": "请显示该字段，或取消必填。" },
  },
} as const satisfies ProblemFamily;
