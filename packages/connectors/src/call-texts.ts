import type { BilingualText } from "@flowright/definition";

/** Why a call gave no usable answer, in both languages. */
const TEXTS = {
  "call.system-unknown": {
    en: "There is no system “{system}” in this workspace. Enter it under Admin › Systems.",
    "zh-CN": "此工作区没有系统“{system}”。请在“管理后台 › 系统”中录入。",
  },
  "call.operation-unknown": {
    en: "The system “{system}” has no operation “{operation}”. Add it under Admin › Systems.",
    "zh-CN": "系统“{system}”没有接口“{operation}”。请在“管理后台 › 系统”中添加。",
  },
  "call.parameter-unknown": {
    en: "The operation takes no “{parameter}”. Remove it from the step's input.",
    "zh-CN": "该接口没有参数“{parameter}”。请在节点的输入中删除它。",
  },
  "call.parameter-missing": {
    en: "The operation needs “{parameter}”. Give it a value in the step's input.",
    "zh-CN": "该接口需要参数“{parameter}”。请在节点的输入中填写。",
  },
  "call.secret-unreadable": {
    en: "The secret of {system} cannot be read: it was stored with another key. Enter it again under Admin › Systems.",
    "zh-CN": "无法读取{system}的密钥：它是用另一把加密密钥保存的。请在“管理后台 › 系统”中重新输入。",
  },
  "call.address-forbidden": {
    en: "The system's address leads to a place that may not be called. Check the address under Admin › Systems.",
    "zh-CN": "系统地址指向不允许访问的位置。请在“管理后台 › 系统”中检查地址。",
  },
  "call.no-answer": {
    en: "{system} did not answer ({reason}). Retry when it is back.",
    "zh-CN": "{system}没有响应（{reason}）。恢复后请重试。",
  },
  "call.timeout": {
    en: "{system} did not answer within {seconds} s. Retry when it is back.",
    "zh-CN": "{system}在 {seconds} 秒内没有响应。恢复后请重试。",
  },
  "call.failed": {
    en: "{system} answered {status}: {answer}",
    "zh-CN": "{system}返回 {status}：{answer}",
  },
  "call.redirected": {
    en: "{system} answered with a redirect, which is not followed. Enter the final address under Admin › Systems.",
    "zh-CN": "{system}返回了重定向，系统不会跟随。请在“管理后台 › 系统”中填写最终地址。",
  },
  "call.answer-unreadable": {
    en: "{system} answered with something that is not JSON.",
    "zh-CN": "{system}返回的内容不是 JSON。",
  },
} satisfies Record<string, BilingualText>;

export type CallProblemCode = keyof typeof TEXTS;

/** The text of a call problem with its parameters filled in. */
export function callText(
  code: CallProblemCode,
  params: Readonly<Record<string, string | number>>,
): BilingualText {
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
  return { en: fill(TEXTS[code].en), "zh-CN": fill(TEXTS[code]["zh-CN"]) };
}
