import { type ProblemCode, refuser } from "../problem/problem-code.ts";

/** Why a system was not found or not saved. */
export const systemProblems = {
  "system.unknown": {
    status: 404,
    message: { en: "There is no system {id}.", "zh-CN": "没有系统 {id}。" },
    fix: { en: "Choose a system from the list.", "zh-CN": "请从系统列表中选择。" },
  },
  "system.address-malformed": {
    status: 422,
    message: { en: "{address} is not the address of a system.", "zh-CN": "{address} 不是有效的系统地址。" },
    fix: {
      en: "Write http:// or https://, the host and, if needed, a path; no user name, question mark or #.",
      "zh-CN": "请填写 http:// 或 https:// 开头的主机地址，可带路径，不含用户名、问号和 #。",
    },
  },
  "system.header-malformed": {
    status: 422,
    message: { en: "{header} cannot carry the secret.", "zh-CN": "不能用标头 {header} 传送密钥。" },
    fix: {
      en: "Use the header that the system expects, for example Authorization.",
      "zh-CN": "请使用系统要求的标头，例如 Authorization。",
    },
  },
  "system.secret-malformed": {
    status: 422,
    message: {
      en: "The secret has characters that a header cannot carry.",
      "zh-CN": "密钥中含有标头不能传送的字符。",
    },
    fix: {
      en: "Copy it again, without line breaks.",
      "zh-CN": "请重新复制，不要包含换行。",
    },
  },
  "system.secret-again": {
    status: 422,
    message: {
      en: "The secret was entered for {address} and is not sent elsewhere.",
      "zh-CN": "密钥是为 {address} 录入的，不会发送到其他地址。",
    },
    fix: {
      en: "Enter the secret again for the new address.",
      "zh-CN": "请为新地址重新录入密钥。",
    },
  },
  "system.operation-twice": {
    status: 422,
    message: { en: "There are two operations {operation}.", "zh-CN": "操作 {operation} 重复。" },
    fix: { en: "Give each operation an id of its own.", "zh-CN": "请为每个操作设置不同的编号。" },
  },
  "system.path-malformed": {
    status: 422,
    message: {
      en: "{path} is not a path below the address.",
      "zh-CN": "{path} 不是地址之下的有效路径。",
    },
    fix: {
      en: "Begin with a slash; no .., question mark or #.",
      "zh-CN": "请以斜杠开头，不含 ..、问号和 #。",
    },
  },
  "system.parameter-missing": {
    status: 422,
    message: {
      en: "The path of {operation} uses {parameter}, which is not among its parameters.",
      "zh-CN": "操作 {operation} 的路径使用了 {parameter}，但参数中没有它。",
    },
    fix: {
      en: "Add it as a parameter in the path.",
      "zh-CN": "请将其添加为路径参数。",
    },
  },
} as const satisfies Record<string, ProblemCode>;

export const refuseSystem = refuser(systemProblems);
