import { type ProblemCode, refuser } from "../problem/problem-code.ts";

/** Why a token was not made or not found. */
export const tokenProblems = {
  "token.unknown": {
    status: 404,
    message: { en: "There is no token {id}.", "zh-CN": "没有令牌 {id}。" },
    fix: { en: "Choose a token from the list.", "zh-CN": "请从令牌列表中选择。" },
  },
  "token.name-taken": {
    status: 409,
    message: { en: "There is a token named {name} already.", "zh-CN": "名为 {name} 的令牌已存在。" },
    fix: {
      en: "Choose another name; it tells in the history who acted.",
      "zh-CN": "请换一个名称，历史记录以此区分操作者。",
    },
  },
  "token.beyond-own": {
    status: 403,
    message: {
      en: "You do not have the permission {permission} yourself.",
      "zh-CN": "您自己没有权限 {permission}。",
    },
    fix: {
      en: "Give the token only permissions that you have.",
      "zh-CN": "只能授予令牌您自己拥有的权限。",
    },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseToken = refuser(tokenProblems);
