import type { DecisionProblemFamily } from "./decision-problem.ts";

/** What the check finds in the rules of a table. */
export const FINDING_PROBLEMS = {
  "decision.gap": {
    severity: "warning",
    message: {
      en: "No rule covers the case that {where}; for example {example}.",
      "zh-CN": "没有规则覆盖这种情况：{where}；例如 {example}。",
    },
    fix: {
      en: "Add a rule for it or a default result, or say in the column which values may come.",
      "zh-CN": "请为其添加规则或设置默认结果，或在列中注明可能的取值。",
    },
  },
  "decision.overlap": {
    severity: "error",
    message: {
      en: "Rules {first} and {second} both match when {where}; for example {example}.",
      "zh-CN": "第 {first} 条与第 {second} 条规则重叠：{where}；例如 {example}。",
    },
    fix: {
      en: "Make their conditions exclude each other, or choose another hit policy.",
      "zh-CN": "请让两条规则的条件互不重叠，或更换命中策略。",
    },
  },
  "decision.contradiction": {
    severity: "error",
    message: {
      en: "Rules {first} and {second} both match when {where} but give different results; for example {example}.",
      "zh-CN": "第 {first} 条与第 {second} 条规则重叠但结果不同：{where}；例如 {example}。",
    },
    fix: {
      en: "Give both rules the same result, or make their conditions exclude each other.",
      "zh-CN": "请让两条规则的结果相同，或让条件互不重叠。",
    },
  },
  "decision.contradiction-possible": {
    severity: "warning",
    message: {
      en: "Rules {first} and {second} both match when {where}; their results are computed and may differ.",
      "zh-CN": "第 {first} 条与第 {second} 条规则重叠：{where}；两者的结果由计算得出，可能不同。",
    },
    fix: {
      en: "Write the same result in both rules, or make their conditions exclude each other.",
      "zh-CN": "请在两条规则中写相同的结果，或让条件互不重叠。",
    },
  },
  "decision.rule-masked": {
    severity: "warning",
    message: {
      en: "Rule {row} never counts: whatever it matches, rules before it ({rows}) match first.",
      "zh-CN": "第 {row} 条规则永远不起作用：它能匹配的情况都已被前面的规则（{rows}）先匹配。",
    },
    fix: {
      en: "Move it up, narrow the rules before it, or delete it.",
      "zh-CN": "请把它上移、缩小前面规则的范围，或将其删除。",
    },
  },
  "decision.rule-outranked": {
    severity: "warning",
    message: {
      en: "Rule {row} never counts: whatever it matches, rules with more important results ({rows}) match too.",
      "zh-CN": "第 {row} 条规则永远不起作用：它能匹配的情况都会被结果更优先的规则（{rows}）覆盖。",
    },
    fix: {
      en: "Narrow those rules, change the order of the values, or delete this rule.",
      "zh-CN": "请缩小那些规则的范围、调整取值顺序，或删除该规则。",
    },
  },
  "decision.rule-never": {
    severity: "warning",
    message: {
      en: "Rule {row} can never match: no value of “{input}” meets {cell}.",
      "zh-CN": "第 {row} 条规则永远不会匹配：“{input}”没有值满足 {cell}。",
    },
    fix: {
      en: "Correct the condition, or the values that may come.",
      "zh-CN": "请更正条件，或该列允许的取值。",
    },
  },
  "decision.rule-duplicate": {
    severity: "warning",
    message: {
      en: "Rule {second} repeats rule {first}.",
      "zh-CN": "第 {second} 条规则与第 {first} 条重复。",
    },
    fix: { en: "Delete one of them.", "zh-CN": "请删除其中一条。" },
  },
  "decision.not-decidable": {
    severity: "warning",
    message: {
      en: "Rules {rows} compute their conditions, so gaps and overlaps with them cannot be told beforehand.",
      "zh-CN": "规则 {rows} 的条件需要计算，无法事先判断与它们有关的遗漏和重叠。",
    },
    fix: {
      en: "Compare with fixed values where you can, and try the table with examples.",
      "zh-CN": "请尽量与固定值比较，并用示例试算该决策表。",
    },
  },
  "decision.not-checked": {
    severity: "warning",
    message: {
      en: "The table is too intricate to be checked to the end: {what} were searched only in part.",
      "zh-CN": "决策表过于复杂，未能全部检查：{what}只检查了一部分。",
    },
    fix: {
      en: "Split the table, or use fewer different values in its conditions.",
      "zh-CN": "请拆分决策表，或减少条件中不同取值的数量。",
    },
  },
  "decision.more": {
    severity: "warning",
    message: {
      en: "There are more {what}; the first {count} are shown.",
      "zh-CN": "还有更多{what}，这里只显示前 {count} 个。",
    },
    fix: { en: "Mend these first, then check again.", "zh-CN": "请先处理这些，再重新检查。" },
  },
} as const satisfies DecisionProblemFamily;
