import { type ProblemCode, refuser } from "../problem/problem-code.ts";

/** Why somebody was not let in. */
export const sessionProblems = {
  "sign-in.refused": {
    status: 401,
    message: { en: "User name or password is wrong.", "zh-CN": "用户名或密码不正确。" },
    fix: {
      en: "Check both; an administrator can reset the password.",
      "zh-CN": "请检查后重试，管理员可以重置密码。",
    },
  },
  "sign-in.too-many": {
    status: 429,
    message: {
      en: "Too many failed sign-ins. Wait {seconds} seconds.",
      "zh-CN": "登录失败次数过多，请等待 {seconds} 秒。",
    },
    fix: {
      en: "Wait, then try again; an administrator can reset the password.",
      "zh-CN": "请稍后再试，管理员可以重置密码。",
    },
  },
  "sign-in.no-workspace": {
    status: 403,
    message: { en: "You do not belong to a workspace any more.", "zh-CN": "您已不属于任何工作区。" },
    fix: { en: "Ask an administrator to activate you.", "zh-CN": "请联系管理员启用您的账号。" },
  },
  "session.none": {
    status: 401,
    message: { en: "You are not signed in.", "zh-CN": "您尚未登录。" },
    fix: { en: "Sign in.", "zh-CN": "请先登录。" },
  },
  "profile.password-wrong": {
    status: 422,
    message: { en: "The current password is wrong.", "zh-CN": "当前密码不正确。" },
    fix: {
      en: "Type it again; an administrator can reset it.",
      "zh-CN": "请重新输入，管理员可以重置密码。",
    },
  },
  "entry.unknown": {
    status: 404,
    message: { en: "{user} cannot be entered with one click.", "zh-CN": "不能一键进入用户 {user}。" },
    fix: { en: "Choose one of the people shown, or sign in.", "zh-CN": "请选择列出的人员，或使用密码登录。" },
  },
  "workspace.not-member": {
    status: 403,
    message: {
      en: "You do not belong to the workspace {workspace}.",
      "zh-CN": "您不属于工作区 {workspace}。",
    },
    fix: { en: "Choose one of your workspaces.", "zh-CN": "请从您的工作区中选择。" },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseSession = refuser(sessionProblems);
