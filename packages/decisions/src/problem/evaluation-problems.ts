import type { DecisionProblemFamily } from "./decision-problem.ts";

/** What can go wrong when a table decides. */
export const EVALUATION_PROBLEMS = {
  "decision.input-type": {
    severity: "error",
    message: {
      en: "“{input}” should be of the type {type}, but it is {value}.",
      "zh-CN": "“{input}”应为 {type} 类型，实际为 {value}。",
    },
    fix: { en: "Correct the value, or the type of the column.", "zh-CN": "请更正该值，或修改该列的类型。" },
  },
  "decision.input-not-allowed": {
    severity: "error",
    message: {
      en: "{value} is not one of the values that “{input}” may have.",
      "zh-CN": "{value} 不在“{input}”允许的取值中。",
    },
    fix: {
      en: "Correct the value, or allow it in the column.",
      "zh-CN": "请更正该值，或在该列中允许此值。",
    },
  },
  "decision.output-type": {
    severity: "error",
    message: {
      en: "{cell} should give a value of the type {type}, but it gives {value}.",
      "zh-CN": "{cell}的结果应为 {type} 类型，实际为 {value}。",
    },
    fix: {
      en: "Correct the cell, or the type of the column.",
      "zh-CN": "请更正该单元格，或修改该列的类型。",
    },
  },
  "decision.none": {
    severity: "error",
    message: {
      en: "No rule of the table matches {values}.",
      "zh-CN": "没有规则符合：{values}。",
    },
    fix: {
      en: "Add a rule for these values, or a default result.",
      "zh-CN": "请为这些值添加规则，或设置默认结果。",
    },
  },
  "decision.several": {
    severity: "error",
    message: {
      en: "Only one rule may match, but rules {rows} all match {values}.",
      "zh-CN": "只允许一条规则符合，但规则 {rows} 都符合：{values}。",
    },
    fix: {
      en: "Make the conditions of these rules exclude each other, or choose another hit policy.",
      "zh-CN": "请让这些规则的条件互不重叠，或更换命中策略。",
    },
  },
  "decision.results-differ": {
    severity: "error",
    message: {
      en: "Rules {rows} match {values} but give different results: {first} and {second}.",
      "zh-CN": "规则 {rows} 都符合（{values}），但结果不同：{first} 与 {second}。",
    },
    fix: {
      en: "Give these rules the same result, or choose another hit policy.",
      "zh-CN": "请让这些规则给出相同结果，或更换命中策略。",
    },
  },
  "decision.aggregate-empty": {
    severity: "error",
    message: {
      en: "“{aggregator}” needs a value from every rule that matches, but rule {row} gives none.",
      "zh-CN": "“{aggregator}”要求每条符合的规则都有值，但第 {row} 条规则没有值。",
    },
    fix: { en: "Let the rule give a value, e.g. 0.", "zh-CN": "请让该规则给出一个值，例如 0。" },
  },
  "decision.aggregate-failed": {
    severity: "error",
    message: {
      en: "“{aggregator}” has no result for the values of rules {rows}.",
      "zh-CN": "“{aggregator}”对规则 {rows} 的值没有结果。",
    },
    fix: {
      en: "Let these rules give values of one kind that are not too large.",
      "zh-CN": "请让这些规则给出同一类且大小合理的值。",
    },
  },
} as const satisfies DecisionProblemFamily;
