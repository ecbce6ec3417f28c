import { type ProblemCode, refuser } from "../problem/problem-code.ts";

const messageProblems = {
  "message.name-wrong": {
    status: 422,
    message: {
      en: "A message needs a name of 1 to 200 characters.",
      "zh-CN": "消息须有 1 到 200 个字符的名称。",
    },
    fix: { en: "Use the name drawn in the flow.", "zh-CN": "请使用流程中定义的消息名称。" },
  },
  "message.key-wrong": {
    status: 422,
    message: {
      en: "Key and id of a message have at most 200 characters.",
      "zh-CN": "消息的关键字和编号最多 200 个字符。",
    },
    fix: { en: "Shorten them.", "zh-CN": "请缩短。" },
  },
  "message.ttl-wrong": {
    status: 422,
    message: {
      en: "{ttl} is no duration between nothing and a year.",
      "zh-CN": "{ttl} 不是有效时长（最长一年）。",
    },
    fix: { en: "Write an ISO duration such as PT1H or P1D.", "zh-CN": "请填写 ISO 时长，例如 PT1H 或 P1D。" },
  },
  "message.data-wrong": {
    status: 422,
    message: { en: "The data of the message cannot be stored.", "zh-CN": "消息内容无法保存。" },
    fix: { en: "Correct the values listed.", "zh-CN": "请更正列出的值。" },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseMessage = refuser(messageProblems);
