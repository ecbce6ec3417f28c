import { fillTemplate, type Problem, type ProblemFamily } from "@flowright/definition";

/** Why a run, or one of its commands, is refused. */
const RUN_PROBLEMS = {
  "run.not-json": {
    severity: "error",
    message: { en: "The line is not JSON: {reason}", "zh-CN": "该行不是 JSON：{reason}" },
    fix: {
      en: 'Write one command on a line, such as {"do":"state"}.',
      "zh-CN": '每行写一条命令，例如 {"do":"state"}。',
    },
  },
  "run.no-flow": {
    severity: "error",
    message: { en: "There is no flow {process}.", "zh-CN": "没有流程 {process}。" },
    fix: { en: "Name one of these: {known}.", "zh-CN": "请使用其中之一：{known}。" },
  },
  "run.no-start": {
    severity: "error",
    message: {
      en: "The flow {process} has no start{node}.",
      "zh-CN": "流程 {process} 没有开始节点{node}。",
    },
    fix: { en: "Name one of these: {known}.", "zh-CN": "请使用其中之一：{known}。" },
  },
  "run.no-node": {
    severity: "error",
    message: { en: "No flow of the file has a step {node}.", "zh-CN": "文件中的流程没有节点 {node}。" },
    fix: {
      en: "Use the id of a step; the designer shows it under “Details”.",
      "zh-CN": "请使用节点的标识，可在设计器的“属性”中查看。",
    },
  },
  "run.nothing-waits": {
    severity: "error",
    message: {
      en: "Nothing waits at {node} that could be answered by “{do}”{scope}.",
      "zh-CN": "{node} 处没有可由“{do}”处理的等待项{scope}。",
    },
    fix: { en: "It waits at: {waiting}.", "zh-CN": "当前等待：{waiting}。" },
  },
  "run.not-started": {
    severity: "error",
    message: { en: "There is no case under way{scope}.", "zh-CN": "没有进行中的流程实例{scope}。" },
    fix: { en: "Start one first.", "zh-CN": "请先启动一个。" },
  },
  "run.not-for-this": {
    severity: "error",
    message: {
      en: "“{do}” cannot be said of {node}, which is of the kind {kind}.",
      "zh-CN": "“{do}”不适用于 {node}（类型 {kind}）。",
    },
    fix: { en: "Use it for: {allowed}.", "zh-CN": "请用于：{allowed}。" },
  },
  "run.not-its-lines": {
    severity: "error",
    message: {
      en: "{edges} cannot be what the choice {node} takes.",
      "zh-CN": "{node} 不能选择 {edges}。",
    },
    fix: {
      en: "Name lines that leave it: {known}. One where only one is taken; the line for “otherwise” only alone.",
      "zh-CN": "请使用从它出发的连线：{known}。单选时只能有一条；“其他情况”的连线只能单独使用。",
    },
  },
  "run.no-duration": {
    severity: "error",
    message: { en: "“{text}” is not a duration.", "zh-CN": "“{text}”不是时长。" },
    fix: { en: "Write it like P3D or PT2H30M.", "zh-CN": "请写成 P3D 或 PT2H30M 这样的形式。" },
  },
  "run.backwards": {
    severity: "error",
    message: { en: "The clock does not go back.", "zh-CN": "时钟不能倒退。" },
    fix: { en: "Use a duration of zero or more.", "zh-CN": "请使用不小于零的时长。" },
  },
  "run.wrong-state": {
    severity: "error",
    message: { en: "The state cannot be restored: {reason}", "zh-CN": "无法恢复该状态：{reason}" },
    fix: {
      en: "Give it as “state” told it, for the same flows.",
      "zh-CN": "请原样使用“state”给出的内容，且流程须相同。",
    },
  },
  "run.failed": {
    severity: "error",
    message: { en: "It cannot be done: {reason}.", "zh-CN": "无法执行：{reason}。" },
    fix: { en: "Look at how the cases stand with “state”.", "zh-CN": "请用“state”查看当前状态。" },
  },
  "run.limit": {
    severity: "error",
    message: {
      en: "The run was stopped after {limit} events.",
      "zh-CN": "运行在 {limit} 个事件后停止。",
    },
    fix: {
      en: "Look for a loop that nothing ends, or allow more with --limit.",
      "zh-CN": "请检查是否有无法结束的循环，或用 --limit 放宽限制。",
    },
  },
  "stubs.unknown-id": {
    severity: "error",
    message: {
      en: "“{id}” under {section} is no id of a step or line that could be answered there.",
      "zh-CN": "{section} 下的“{id}”不是可在此作答的节点或连线的标识。",
    },
    fix: { en: "Correct the id.{suggestion}", "zh-CN": "请修正标识。{suggestion}" },
  },
  "stubs.not-for-this": {
    severity: "error",
    message: {
      en: "The step “{id}” of the kind {kind} has no “{part}” that could be answered.",
      "zh-CN": "节点“{id}”（类型 {kind}）没有可作答的“{part}”。",
    },
    fix: {
      en: "“who” is for tasks, “collection” for what is done several times, “timer” for times, “key” for messages.",
      "zh-CN": "“who”用于任务，“collection”用于多次执行的节点，“timer”用于定时，“key”用于消息。",
    },
  },
  "run.under-way": {
    severity: "error",
    message: {
      en: "{node} is under way in case {case}, so it cannot be made to wait before it begins.",
      "zh-CN": "{node} 在实例 {case} 中已经开始，无法让它在开始前等待。",
    },
    fix: {
      en: "Hold the steps in it, or hold it before a case comes to it.",
      "zh-CN": "请改为停住其中的节点，或在实例到达之前使用“hold”。",
    },
  },
  "stubs.expression": {
    severity: "error",
    message: { en: "“{source}” is no expression: {reason}", "zh-CN": "“{source}”不是表达式：{reason}" },
    fix: { en: "{remedy}", "zh-CN": "{remedy}" },
  },
} as const satisfies ProblemFamily;

export type RunProblemCode = keyof typeof RUN_PROBLEMS;

interface Where {
  readonly path?: string;
  readonly node?: string | undefined;
}

/** A problem of a run; `path` points into the command or the file of stubs. */
export function runProblem(
  code: RunProblemCode,
  params: Readonly<Record<string, string | number>> = {},
  { path = "", node }: Where = {},
): Problem {
  const { severity, message, fix } = RUN_PROBLEMS[code];
  const told = (language: "en" | "zh-CN") => (text: { readonly en: string; readonly "zh-CN": string }) =>
    fillTemplate(text[language], params, language);
  return {
    code,
    severity,
    path,
    ...(node === undefined ? {} : { node }),
    params,
    message: { en: told("en")(message), "zh-CN": told("zh-CN")(message) },
    fix: { en: told("en")(fix), "zh-CN": told("zh-CN")(fix) },
  };
}

/** A command that cannot be carried out. */
export class RunRefusal extends Error {
  override readonly name = "RunRefusal";
  readonly problem: Problem;

  constructor(
    code: RunProblemCode,
    params: Readonly<Record<string, string | number>> = {},
    where: Where = {},
  ) {
    const problem = runProblem(code, params, where);
    super(problem.message.en);
    this.problem = problem;
  }
}
