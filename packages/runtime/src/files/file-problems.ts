import { type ProblemCode, refuser } from "../problem/problem-code.ts";

/** Why a file was not kept or not given. */
export const fileProblems = {
  "file.unknown": {
    status: 404,
    message: { en: "There is no file {id} for you.", "zh-CN": "没有您可以读取的文件 {id}。" },
    fix: {
      en: "Open it from a case that you may read.",
      "zh-CN": "请从您可以查看的流程实例中打开。",
    },
  },
  "file.case-unknown": {
    status: 404,
    message: { en: "There is no case {id} for you.", "zh-CN": "没有您可以查看的流程实例 {id}。" },
    fix: { en: "Check the id of the case.", "zh-CN": "请核对实例编号。" },
  },
  "file.too-large": {
    status: 413,
    message: { en: "The file is larger than {limit} MB.", "zh-CN": "文件超过 {limit} MB。" },
    fix: { en: "Make it smaller, or split it.", "zh-CN": "请压缩或拆分文件。" },
  },
  "file.empty": {
    status: 422,
    message: { en: "The file is empty.", "zh-CN": "文件是空的。" },
    fix: { en: "Choose another file.", "zh-CN": "请选择其他文件。" },
  },
  "file.kind": {
    status: 415,
    message: { en: "Files of the kind {kind} are not accepted.", "zh-CN": "不接受 {kind} 类型的文件。" },
    fix: {
      en: "Use a picture, PDF, Office document, text, CSV, video or ZIP.",
      "zh-CN": "请使用图片、PDF、Office 文档、文本、CSV、视频或 ZIP 文件。",
    },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseFile = refuser(fileProblems);
