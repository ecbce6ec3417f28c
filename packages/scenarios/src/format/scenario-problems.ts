import { fillTemplate, type Problem, type ProblemFamily } from "@flowright/definition";

/** What can be wrong with the file of a scenario. */
export const SCENARIO_PROBLEMS = {
  "scenario.too-large": {
    severity: "error",
    message: {
      en: "The file has {length} characters; at most {limit} are read.",
      "zh-CN": "文件有 {length} 个字符，最多读取 {limit} 个。",
    },
    fix: { en: "Split it into several scenarios.", "zh-CN": "请拆分成多个场景。" },
  },
  "scenario.malformed": {
    severity: "error",
    message: { en: "The file cannot be read: {reason}.", "zh-CN": "文件无法解析：{reason}。" },
    fix: {
      en: "Mend the text at this place; a scenario is written in YAML or JSON.",
      "zh-CN": "请修正此处的文本；场景用 YAML 或 JSON 编写。",
    },
  },
  "scenario.too-many-aliases": {
    severity: "error",
    message: {
      en: "The file repeats itself through aliases (*name) too often.",
      "zh-CN": "文件中的别名（*name）重复展开的次数过多。",
    },
    fix: { en: "Write the values out, or use fewer aliases.", "zh-CN": "请直接写出内容，或减少别名。" },
  },
  "scenario.not-storable": {
    severity: "error",
    message: { en: "A value cannot be stored: {reason}", "zh-CN": "有的值无法保存：{reason}" },
    fix: { en: "Replace the value.", "zh-CN": "请替换该值。" },
  },
  "scenario.missing": {
    severity: "error",
    message: { en: "“{property}” is missing.", "zh-CN": "缺少“{property}”。" },
    fix: { en: "Add it here.", "zh-CN": "请在此处补上。" },
  },
  "scenario.unknown-property": {
    severity: "error",
    message: { en: "“{property}” is not known here.", "zh-CN": "此处不认识“{property}”。" },
    fix: {
      en: "Delete it, or use one of {allowed}.{suggestion}",
      "zh-CN": "请删除，或使用：{allowed}。{suggestion}",
    },
  },
  "scenario.unknown-value": {
    severity: "error",
    message: { en: "“{found}” is not known as {property}.", "zh-CN": "{property} 不能是“{found}”。" },
    fix: { en: "Use one of {allowed}.{suggestion}", "zh-CN": "请使用：{allowed}。{suggestion}" },
  },
  "scenario.wrong-type": {
    severity: "error",
    message: {
      en: "“{property}” is {found}; {expected} is needed.",
      "zh-CN": "“{property}”是{found}，应为{expected}。",
    },
    fix: { en: "Write {expected} here.", "zh-CN": "请在此处填写{expected}。" },
  },
  "scenario.wrong-text": {
    severity: "error",
    message: { en: "“{found}” is not {expected}.", "zh-CN": "“{found}”不是{expected}。" },
    fix: { en: "Write it like {example}.", "zh-CN": "请写成 {example} 这样的形式。" },
  },
  "scenario.too-small": {
    severity: "error",
    message: { en: "“{property}” must be at least {least}.", "zh-CN": "“{property}”至少为 {least}。" },
    fix: { en: "Use {least} or more.", "zh-CN": "请填写不小于 {least} 的值。" },
  },
  "scenario.one-of": {
    severity: "error",
    message: {
      en: "Exactly one of {names} belongs here.",
      "zh-CN": "此处只能填写其中一项：{names}。",
    },
    fix: { en: "Keep the one that you mean.", "zh-CN": "请只保留需要的那一项。" },
  },
  "scenario.person-unknown": {
    severity: "error",
    message: {
      en: "Nobody named {person} is among the people of the scenario.",
      "zh-CN": "场景的人员中没有 {person}。",
    },
    fix: {
      en: "Add the name to a role under “people”, or use another.{suggestion}",
      "zh-CN": "请在 people 的某个角色下添加，或换成其他人。{suggestion}",
    },
  },
  "scenario.file-missing": {
    severity: "error",
    message: { en: "The file {file} cannot be read.", "zh-CN": "无法读取文件 {file}。" },
    fix: {
      en: "Correct the name; it is relative to the scenario's own file.",
      "zh-CN": "请修正文件名；它相对于场景文件所在的位置。",
    },
  },
  "scenario.file-wrong": {
    severity: "error",
    message: {
      en: "The file {file} is not in order: {reason}",
      "zh-CN": "文件 {file} 有问题：{reason}",
    },
    fix: { en: "Mend that file first.", "zh-CN": "请先修正该文件。" },
  },
  "scenario.flow-missing": {
    severity: "error",
    message: {
      en: "None of the files is the flow {definition}.",
      "zh-CN": "所列文件中没有流程 {definition}。",
    },
    fix: { en: "Name its file under “flows”.", "zh-CN": "请在 flows 中写上它的文件。" },
  },
} as const satisfies ProblemFamily;

export type ScenarioProblemCode = keyof typeof SCENARIO_PROBLEMS;

export function scenarioProblem(
  code: ScenarioProblemCode,
  path: string,
  params: Readonly<Record<string, string | number>> = {},
  at?: Problem["at"],
): Problem {
  const { severity, message, fix } = SCENARIO_PROBLEMS[code];
  const both = ({ en, "zh-CN": zh }: { en: string; "zh-CN": string }) => ({
    en: fillTemplate(en, params, "en"),
    "zh-CN": fillTemplate(zh, params, "zh-CN"),
  });
  return { code, severity, path, params, message: both(message), fix: both(fix), ...(at ? { at } : {}) };
}
