import type { DecisionProblemFamily } from "./decision-problem.ts";

/** What is wrong with a table as it is written. */
export const TABLE_PROBLEMS = {
  "decision.malformed": {
    severity: "error",
    message: { en: "{place} should be {wanted}.", "zh-CN": "{place}应为{wanted}。" },
    fix: { en: "Correct it, or make the table anew.", "zh-CN": "请更正，或重新创建该决策表。" },
  },
  "decision.too-many": {
    severity: "error",
    message: {
      en: "The table has {count} {what}; at most {limit} are allowed.",
      "zh-CN": "决策表有 {count} 个{what}，最多允许 {limit} 个。",
    },
    fix: { en: "Split the table in two.", "zh-CN": "请拆分为两张决策表。" },
  },
  "decision.id-duplicate": {
    severity: "error",
    message: { en: "Two {what} are called “{id}”.", "zh-CN": "有两个{what}都叫“{id}”。" },
    fix: { en: "Give one of them another name.", "zh-CN": "请为其中一个换一个名称。" },
  },
  "decision.cell-missing": {
    severity: "error",
    message: { en: "{cell} is empty.", "zh-CN": "{cell}为空。" },
    fix: {
      en: "Write a value; null stands for no value, - for a condition that takes every value.",
      "zh-CN": "请填写内容；结果为空写 null，条件不限写 -。",
    },
  },
  "decision.cell-extra": {
    severity: "error",
    message: {
      en: "Rule {row} has {count} {what}, but the table has {columns} such columns.",
      "zh-CN": "第 {row} 条规则有 {count} 个{what}，但决策表只有 {columns} 列。",
    },
    fix: { en: "Remove what is too much.", "zh-CN": "请删除多余的内容。" },
  },
  "decision.aggregator-misplaced": {
    severity: "warning",
    message: {
      en: "“{aggregator}” has no effect: the table does not collect results.",
      "zh-CN": "“{aggregator}”不起作用：该决策表不汇总结果。",
    },
    fix: {
      en: "Remove it, or set the hit policy to “collect”.",
      "zh-CN": "请去掉，或把命中策略设为“汇总”。",
    },
  },
  "decision.aggregator-outputs": {
    severity: "error",
    message: {
      en: "“{aggregator}” works on one result, but the table has {count}.",
      "zh-CN": "“{aggregator}”只能用于一个结果列，但决策表有 {count} 个。",
    },
    fix: {
      en: "Keep one result, or collect the results as a list.",
      "zh-CN": "请只保留一个结果列，或改为汇总成列表。",
    },
  },
  "decision.aggregator-type": {
    severity: "error",
    message: {
      en: "“{aggregator}” does not work on “{output}”, which is of the type {type}.",
      "zh-CN": "“{aggregator}”不能用于“{output}”，它的类型是 {type}。",
    },
    fix: {
      en: "Choose a number as its type, or collect the results as a list.",
      "zh-CN": "请把类型改为数字，或改为汇总成列表。",
    },
  },
  "decision.order-missing": {
    severity: "error",
    message: {
      en: "The hit policy goes by the order of the results, but no result lists its values in order.",
      "zh-CN": "命中策略按结果的先后取值，但没有结果列给出取值顺序。",
    },
    fix: {
      en: "List the values of a result, the most important first.",
      "zh-CN": "请为结果列列出可选值，最重要的排在最前。",
    },
  },
  "decision.value-type": {
    severity: "error",
    message: {
      en: "{value} is listed as a value of “{column}” but is not of the type {type}.",
      "zh-CN": "“{column}”的可选值 {value} 不是 {type} 类型。",
    },
    fix: { en: "Correct the value or the type.", "zh-CN": "请更正该值或类型。" },
  },
  "decision.output-not-allowed": {
    severity: "error",
    message: {
      en: "{cell}: {value} is not one of the values that “{column}” may have.",
      "zh-CN": "{cell}：{value} 不在“{column}”的可选值中。",
    },
    fix: {
      en: "Use one of the listed values, or add this one to the list.",
      "zh-CN": "请使用已列出的值，或把它加入可选值。",
    },
  },
} as const satisfies DecisionProblemFamily;
