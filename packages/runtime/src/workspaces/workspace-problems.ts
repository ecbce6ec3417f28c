import { type ProblemCode, refuser } from "../problem/problem-code.ts";

/** Why a workspace was not made. */
export const workspaceProblems = {
  "workspace.taken": {
    status: 409,
    message: { en: "There is a workspace {id} already.", "zh-CN": "工作区 {id} 已存在。" },
    fix: { en: "Choose another id.", "zh-CN": "请换一个编号。" },
  },
  "workspace.id-malformed": {
    status: 422,
    message: { en: "{id} is not an id of a workspace.", "zh-CN": "{id} 不是有效的工作区编号。" },
    fix: {
      en: "Use lower-case letters, digits and hyphens.",
      "zh-CN": "请使用小写字母、数字和连字符。",
    },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseWorkspace = refuser(workspaceProblems);
