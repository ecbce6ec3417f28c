import { type ProblemCode, refuser } from "../problem/problem-code.ts";

/** Why a draft was not found or not saved. */
export const draftProblems = {
  "draft.unknown": {
    status: 404,
    message: { en: "There is no draft of {id}.", "zh-CN": "没有 {id} 的草稿。" },
    fix: { en: "Begin one from the published version.", "zh-CN": "请从已发布的版本开始新草稿。" },
  },
  "draft.id-malformed": {
    status: 422,
    message: { en: "{id} is not an id of a flow.", "zh-CN": "{id} 不是有效的流程编号。" },
    fix: {
      en: "Begin with a letter or underscore; then letters, digits, dots, hyphens and underscores.",
      "zh-CN": "请以字母或下划线开头，其后使用字母、数字、点、连字符和下划线。",
    },
  },
  "draft.id-differs": {
    status: 422,
    message: {
      en: "The definition says it is {inside}, the draft is {id}.",
      "zh-CN": "定义中的编号是 {inside}，而草稿编号是 {id}。",
    },
    fix: { en: "Save it under its own id.", "zh-CN": "请用定义自己的编号保存。" },
  },
  "draft.stale": {
    status: 412,
    message: {
      en: "{by} has changed this draft meanwhile.",
      "zh-CN": "{by} 已修改了此草稿。",
    },
    fix: {
      en: "Read the draft again, or save yours as a copy.",
      "zh-CN": "请重新读取草稿，或将您的内容另存为副本。",
    },
  },
  "draft.gone": {
    status: 412,
    message: { en: "This draft was deleted meanwhile.", "zh-CN": "此草稿已被删除。" },
    fix: { en: "Save it as a new draft.", "zh-CN": "请保存为新草稿。" },
  },
  "draft.kept-unknown": {
    status: 404,
    message: {
      en: "This state of the draft is not kept any more.",
      "zh-CN": "草稿的这个历史状态已不再保留。",
    },
    fix: { en: "Choose another one from the list.", "zh-CN": "请从列表中选择其他状态。" },
  },
  "draft.too-many-named": {
    status: 422,
    message: {
      en: "A flow has at most {most} named states.",
      "zh-CN": "每个流程最多保留 {most} 个已命名的状态。",
    },
    fix: { en: "Remove one that nobody needs any more.", "zh-CN": "请先删除不再需要的状态。" },
  },
  "draft.revision-missing": {
    status: 428,
    message: {
      en: "Saving a draft needs the revision that was read.",
      "zh-CN": "保存草稿需要给出所读取的修订号。",
    },
    fix: {
      en: "Send If-Match with its ETag, or If-None-Match: * to create it.",
      "zh-CN": "请在 If-Match 中给出 ETag；新建时使用 If-None-Match: *。",
    },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseDraft = refuser(draftProblems);
