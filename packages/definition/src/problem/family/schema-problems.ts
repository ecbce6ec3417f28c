import type { ProblemFamily } from "../problem-template.ts";

/** The document does not have the shape of a workflow definition. */
export const SCHEMA_PROBLEMS = {
  "definition.format-unknown": {
    severity: "error",
    message: {
      en: "“{found}” is not a format that can be read here.",
      "zh-CN": "无法识别格式“{found}”。",
    },
    fix: {
      en: 'Write "schema": "{allowed}" at the top of the definition.',
      "zh-CN": '请在定义开头写上 "schema": "{allowed}"。',
    },
  },
  "node.kind-unknown": {
    severity: "error",
    message: {
      en: "There is no kind of step called “{found}”.{suggestion}",
      "zh-CN": "没有名为“{found}”的节点类型。{suggestion}",
    },
    fix: { en: "Use one of: {allowed}.", "zh-CN": "请使用以下类型之一：{allowed}。" },
  },
  "schema.variant-unknown": {
    severity: "error",
    message: {
      en: "“{found}” is not a type that “{property}” can have.{suggestion}",
      "zh-CN": "“{property}”的类型不能是“{found}”。{suggestion}",
    },
    fix: { en: "Use one of: {allowed}.", "zh-CN": "请使用以下类型之一：{allowed}。" },
  },
  "schema.type": {
    severity: "error",
    message: {
      en: "“{property}” is {found}, but must be {expected}.",
      "zh-CN": "“{property}”是{found}，应为{expected}。",
    },
    fix: { en: "Write {expected} here.", "zh-CN": "请在此处填写{expected}。" },
  },
  "schema.required": {
    severity: "error",
    message: { en: "“{property}” is missing.", "zh-CN": "缺少“{property}”。" },
    fix: { en: "Add “{property}”.", "zh-CN": "请补充“{property}”。" },
  },
  "schema.property-unknown": {
    severity: "error",
    message: {
      en: "“{property}” is not known here.{suggestion}",
      "zh-CN": "此处没有名为“{property}”的属性。{suggestion}",
    },
    fix: { en: "Remove it or correct its name.", "zh-CN": "请删除它，或改正名称。" },
  },
  "schema.value-unknown": {
    severity: "error",
    message: {
      en: "“{property}” cannot be “{found}”.{suggestion}",
      "zh-CN": "“{property}”不能是“{found}”。{suggestion}",
    },
    fix: { en: "Use one of: {allowed}.", "zh-CN": "请使用以下值之一：{allowed}。" },
  },
  "schema.too-long": {
    severity: "error",
    message: {
      en: "“{property}” is longer than {limit} characters.",
      "zh-CN": "“{property}”超过 {limit} 个字符。",
    },
    fix: { en: "Shorten it.", "zh-CN": "请缩短内容。" },
  },
  "schema.too-short": {
    severity: "error",
    message: {
      en: "“{property}” needs at least {limit} characters.",
      "zh-CN": "“{property}”至少需要 {limit} 个字符。",
    },
    fix: { en: "Fill it in, or leave the property out.", "zh-CN": "请填写内容，或去掉该属性。" },
  },
  "schema.too-many": {
    severity: "error",
    message: {
      en: "“{property}” has more than {limit} entries.",
      "zh-CN": "“{property}”超过 {limit} 项。",
    },
    fix: { en: "Remove some, or split the flow.", "zh-CN": "请删减，或拆分流程。" },
  },
  "schema.too-few": {
    severity: "error",
    message: {
      en: "“{property}” has too few entries; it needs at least {limit}.",
      "zh-CN": "“{property}”至少需要 {limit} 项。",
    },
    fix: { en: "Add an entry.", "zh-CN": "请添加一项。" },
  },
  "schema.out-of-range": {
    severity: "error",
    message: {
      en: "“{property}” must be {comparison} {limit}.",
      "zh-CN": "“{property}”必须 {comparison} {limit}。",
    },
    fix: { en: "Write a number in this range.", "zh-CN": "请填写该范围内的数字。" },
  },
  "schema.pattern": {
    severity: "error",
    message: {
      en: "“{found}” does not have the form of “{property}”.",
      "zh-CN": "“{found}”不符合“{property}”的格式。",
    },
    fix: { en: "Write it in the form {pattern}.", "zh-CN": "请按格式 {pattern} 填写。" },
  },
  "schema.duplicate-item": {
    severity: "error",
    message: {
      en: "“{property}” lists “{found}” twice.",
      "zh-CN": "“{property}”中重复列出“{found}”。",
    },
    fix: { en: "Remove one of them.", "zh-CN": "请删除其中一个。" },
  },
  "timer.one-of": {
    severity: "error",
    message: {
      en: "A timer has either a duration or a date.",
      "zh-CN": "定时事件只能设置时长或日期之一。",
    },
    fix: {
      en: "Keep “duration” or “date”, not both and not neither.",
      "zh-CN": "请保留“duration”或“date”中的一个。",
    },
  },
  "id.invalid": {
    severity: "error",
    message: {
      en: "“{found}” cannot be used as an id.",
      "zh-CN": "“{found}”不能用作标识。",
    },
    fix: {
      en: "Begin with a letter or _, then use letters, digits, _, - and . only, at most 100 characters.",
      "zh-CN": "请以字母或 _ 开头，其后只用字母、数字、_、- 和 .，最多 100 个字符。",
    },
  },
  "problems.more": {
    severity: "warning",
    message: {
      en: "There are more problems than the {limit} listed here.",
      "zh-CN": "问题较多，此处只列出 {limit} 个。",
    },
    fix: { en: "Mend these first, then check again.", "zh-CN": "请先处理已列出的问题，再重新检查。" },
  },
} as const satisfies ProblemFamily;
