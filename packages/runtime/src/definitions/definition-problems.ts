import { type ProblemCode, refuser } from "../problem/problem-code.ts";

const definitionProblems = {
  "definition.unknown": {
    status: 404,
    message: { en: "There is no published flow {id}.", "zh-CN": "没有已发布的流程 {id}。" },
    fix: { en: "Publish the flow first, or check its id.", "zh-CN": "请先发布流程，或核对流程编号。" },
  },
  "definition.version-unknown": {
    status: 404,
    message: { en: "Flow {id} has no version {version}.", "zh-CN": "流程 {id} 没有版本 {version}。" },
    fix: { en: "Choose a version from the list of versions.", "zh-CN": "请从版本列表中选择。" },
  },
  "definition.has-errors": {
    status: 422,
    message: {
      en: "The flow has {count} errors and cannot be published.",
      "zh-CN": "流程有 {count} 个错误，不能发布。",
    },
    fix: {
      en: "Mend the errors listed, or publish anyway with a reason if you may.",
      "zh-CN": "请修正列出的错误；有权限的人可填写理由后强制发布。",
    },
  },
  "definition.cannot-run": {
    status: 422,
    message: {
      en: "The flow cannot run: {count} of its errors cannot be overridden.",
      "zh-CN": "流程无法运行：其中 {count} 个错误不能强制通过。",
    },
    fix: { en: "Mend the errors listed.", "zh-CN": "请修正列出的错误。" },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseDefinition = refuser(definitionProblems);
