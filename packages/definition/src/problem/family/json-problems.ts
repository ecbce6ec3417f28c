import type { ProblemFamily } from "../problem-template.ts";

/** The text or value is not the JSON that can be stored. */
export const JSON_PROBLEMS = {
  "json.malformed": {
    severity: "error",
    message: {
      en: "Line {line}, column {column}: this is not JSON, {reason}.",
      "zh-CN": "第 {line} 行第 {column} 列：不是有效的 JSON，{reason}。",
    },
    fix: { en: "Correct the text at this place.", "zh-CN": "请修正此处的文本。" },
  },
  "json.not-a-value": {
    severity: "error",
    message: {
      en: "A {found} cannot be stored as JSON.",
      "zh-CN": "{found} 类型的值无法存为 JSON。",
    },
    fix: {
      en: "Use text, a number, true, false, null, a list or an object.",
      "zh-CN": "请使用文本、数字、true、false、null、列表或对象。",
    },
  },
  "json.null-character": {
    severity: "error",
    message: {
      en: "The text holds the character \\u0000, which cannot be stored.",
      "zh-CN": "文本中含有无法存储的字符 \\u0000。",
    },
    fix: { en: "Remove the character.", "zh-CN": "请删除该字符。" },
  },
  "json.lone-surrogate": {
    severity: "error",
    message: {
      en: "The text holds half a character (a lone surrogate), which cannot be stored.",
      "zh-CN": "文本中含有半个字符（孤立的代理项），无法存储。",
    },
    fix: { en: "Remove it, or enter the whole character.", "zh-CN": "请删除它，或输入完整的字符。" },
  },
  "json.too-deep": {
    severity: "error",
    message: {
      en: "The data is nested more than {limit} levels deep.",
      "zh-CN": "数据嵌套超过 {limit} 层。",
    },
    fix: { en: "Flatten the data.", "zh-CN": "请减少嵌套层次。" },
  },
  "json.too-large": {
    severity: "error",
    message: {
      en: "The data is larger than {limit} characters.",
      "zh-CN": "数据超过 {limit} 个字符。",
    },
    fix: { en: "Split or shorten it.", "zh-CN": "请拆分或精简数据。" },
  },
} as const satisfies ProblemFamily;
