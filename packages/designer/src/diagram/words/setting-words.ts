import type { BilingualText } from "@flowright/definition";

/** Settings of steps by the names that the panel gives them. */
const NAMES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  who: ["who does it", "处理人"],
  name: ["name", "名称"],
  reasonRequired: ["when a reason is needed", "何时须填理由"],
  resultVariable: ["field for the result", "结果字段"],
  retry: ["new attempts", "重试"],
  timeout: ["time for an answer", "等待时限"],
  noMatch: ["when no rule fits", "无匹配规则时"],
  version: ["version of the flow", "流程版本"],
  businessKey: ["business key", "业务编号"],
  rule: ["how many must agree", "通过规则"],
  deadline: ["deadline", "期限"],
  form: ["form", "表单"],
  checklist: ["checklist", "检查清单"],
  goal: ["goal", "目标"],
  documentation: ["instructions", "说明"],
  output: ["what is kept of the answer", "结果写入"],
  input: ["what is sent along", "传入数据"],
  call: ["system and operation", "系统与操作"],
  jobType: ["worker", "外部程序"],
  assignments: ["values that are set", "赋值"],
  table: ["decision table", "决策表"],
  decision: ["decision", "决策"],
  message: ["message", "消息"],
  process: ["flow that is called", "被调用的流程"],
  loop: ["repetition", "循环"],
  variables: ["fields of its own", "内部字段"],
  need: ["how many branches must come", "到达条件"],
};

/** The names of settings (fields of steps), as one list. */
export function settingWords(fields: readonly string[]): BilingualText {
  const named = fields.map((field) => NAMES[field] ?? ([field, field] as const));
  return {
    en: [...new Set(named.map(([en]) => en))].join(", "),
    "zh-CN": [...new Set(named.map(([, zh]) => zh))].join("、"),
  };
}
