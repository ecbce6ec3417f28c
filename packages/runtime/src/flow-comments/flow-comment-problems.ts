import { type ProblemCode, refuser } from "../problem/problem-code.ts";

/** Why a comment on a drawing was not found, written or changed. */
const flowCommentProblems = {
  "flow-comment.unknown": {
    status: 404,
    message: { en: "This comment is no longer there.", "zh-CN": "该批注已不存在。" },
    fix: { en: "Read the comments again.", "zh-CN": "请重新读取批注。" },
  },
  "flow-comment.text-wrong": {
    status: 422,
    message: {
      en: "A comment has 1 to 4,000 characters of plain text.",
      "zh-CN": "批注应为 1 到 4000 个字符的纯文本。",
    },
    fix: { en: "Write something, or shorten it.", "zh-CN": "请填写内容或适当缩短。" },
  },
  "flow-comment.place-wrong": {
    status: 422,
    message: {
      en: "A comment answers a thread or stands at a place, one of the two.",
      "zh-CN": "批注要么回复已有批注，要么位于图上某处，二者选一。",
    },
    fix: { en: "Send either thread or place.", "zh-CN": "请只提供 thread 或 place 之一。" },
  },
  "flow-comment.not-yours": {
    status: 403,
    message: {
      en: "Only {by} can change or delete this comment.",
      "zh-CN": "只有 {by} 可以修改或删除这条批注。",
    },
    fix: { en: "Answer it instead.", "zh-CN": "您可以回复该批注。" },
  },
  "flow-comment.too-many": {
    status: 422,
    message: { en: "A flow has at most {most} comments.", "zh-CN": "每个流程最多 {most} 条批注。" },
    fix: { en: "Delete some that nobody needs any more.", "zh-CN": "请先删除不再需要的批注。" },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseFlowComment = refuser(flowCommentProblems);
