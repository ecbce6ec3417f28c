import { type ProblemCode, refuser } from "../problem/problem-code.ts";

const decisionProblems = {
  "decision.unknown": {
    status: 404,
    message: { en: "There is no decision table {id}.", "zh-CN": "没有决策表 {id}。" },
    fix: { en: "Choose one from the list.", "zh-CN": "请从列表中选择。" },
  },
  "decision.version-unknown": {
    status: 404,
    message: {
      en: "The decision table {id} has no version {version}.",
      "zh-CN": "决策表 {id} 没有版本 {version}。",
    },
    fix: { en: "Use one of its versions, or the latest.", "zh-CN": "请使用已有的版本或最新版本。" },
  },
  "decision.id-wrong": {
    status: 422,
    message: { en: "{id} cannot be the id of a decision table.", "zh-CN": "{id} 不能作为决策表的编号。" },
    fix: {
      en: "Begin with a letter; use letters, digits, hyphens, dots and underscores.",
      "zh-CN": "请以字母开头，仅使用字母、数字、连字符、点和下划线。",
    },
  },
  "decision.has-errors": {
    status: 422,
    message: {
      en: "The decision table has {count} errors and cannot be published.",
      "zh-CN": "决策表有 {count} 处错误，无法发布。",
    },
    fix: { en: "Correct what is listed.", "zh-CN": "请更正列出的问题。" },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseDecision = refuser(decisionProblems);
