import type { Problem, ProblemFamily } from "@flowright/definition";
import { bpmnProblem } from "../problem/bpmn-problem.ts";

/** What a file of BPMN does not say, or says only to us. */
export const EXPORT_PROBLEMS = {
  "export.only-here": {
    severity: "warning",
    message: {
      en: "BPMN has no words for “{setting}” of “{step}”. It is in the file for this product; other tools do not see it.",
      "zh-CN": "BPMN 无法表达“{step}”的“{setting}”。该内容保存在文件的扩展中，其他工具不会识别。",
    },
    fix: {
      en: "Where the file is meant for another tool, set this there as well.",
      "zh-CN": "如果要在其他工具中使用该文件，请在那里另行设置。",
    },
  },
  "export.plan": {
    severity: "warning",
    message: {
      en: "“{step}” is a plan. BPMN says of it that its steps come in this order, but not that a step waits for all that it depends on, for how long, or which steps are optional.",
      "zh-CN":
        "“{step}”是计划。BPMN 只能表达节点的先后顺序，无法表达节点要等待全部前置节点、等待多久，以及哪些节点可选。",
    },
    fix: {
      en: "Where the file is meant for another tool, draw the plan there with parallel branches and joins.",
      "zh-CN": "如果要在其他工具中使用该文件，请在那里用并行分支和汇合重新绘制。",
    },
  },
  "export.line-nowhere": {
    severity: "error",
    message: {
      en: "The line “{step}” begins or ends nowhere, so it is not in the file.",
      "zh-CN": "连线“{step}”的起点或终点不存在，未写入文件。",
    },
    fix: { en: "Connect the line, then export again.", "zh-CN": "请连接该连线后重新导出。" },
  },
  "export.kept-outdated": {
    severity: "warning",
    message: {
      en: "“{step}” has changed since it was imported, so its “{setting}” of then is not in the file.",
      "zh-CN": "“{step}”在导入后已修改，因此原来的“{setting}”未写入文件。",
    },
    fix: {
      en: "Where the other tool needs it, set it there again.",
      "zh-CN": "如果其他工具需要，请在那里重新设置。",
    },
  },
  "export.kept-broken": {
    severity: "error",
    message: {
      en: "What another tool wrote at “{step}” can no longer be read as XML, so it is not in the file.",
      "zh-CN": "其他工具写在“{step}”上的内容已无法作为 XML 读取，未写入文件。",
    },
    fix: { en: "Import the original file once more.", "zh-CN": "请重新导入原文件。" },
  },
} as const satisfies ProblemFamily;

/** A problem of an export; `node` is the id of the step or line, or of the flow. */
export function exportProblem(code: keyof typeof EXPORT_PROBLEMS, node: string, setting?: string): Problem {
  return bpmnProblem(
    code,
    EXPORT_PROBLEMS[code],
    { node },
    { step: node, ...(setting === undefined ? {} : { setting }) },
  );
}
