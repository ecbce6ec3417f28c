import { type BilingualText, fillTemplate, type Problem } from "@flowright/definition";

interface HttpProblemCode {
  readonly status: number;
  readonly message: BilingualText;
  readonly fix: BilingualText;
}

/** Everything that the HTTP layer itself refuses, before a service sees the request. */
export const httpProblems = {
  "route.unknown": {
    status: 404,
    message: { en: "There is nothing at {path}.", "zh-CN": "{path} 不存在。" },
    fix: {
      en: "Check the address against /api/openapi.json.",
      "zh-CN": "请对照 /api/openapi.json 核对地址。",
    },
  },
  "route.method": {
    status: 405,
    message: { en: "{path} does not take {method}.", "zh-CN": "{path} 不支持 {method}。" },
    fix: { en: "Use {allowed}.", "zh-CN": "请使用 {allowed}。" },
  },
  "route.upgrade": {
    status: 426,
    message: { en: "This address speaks WebSocket only.", "zh-CN": "此地址仅支持 WebSocket。" },
    fix: { en: "Open it as a WebSocket.", "zh-CN": "请以 WebSocket 方式连接。" },
  },
  "session.none": {
    status: 401,
    message: { en: "You are not signed in.", "zh-CN": "您尚未登录。" },
    fix: { en: "Sign in, or send an API token.", "zh-CN": "请登录，或发送 API 令牌。" },
  },
  "session.token-refused": {
    status: 401,
    message: { en: "The token is unknown or was removed.", "zh-CN": "令牌无效或已被删除。" },
    fix: {
      en: "Create a token under Admin and send it as Authorization: Bearer.",
      "zh-CN": "请在管理中创建令牌，并以 Authorization: Bearer 发送。",
    },
  },
  "session.needed": {
    status: 403,
    message: {
      en: "This needs a signed-in person, not a token.",
      "zh-CN": "此操作需要登录的人员，不能用令牌。",
    },
    fix: { en: "Sign in.", "zh-CN": "请登录。" },
  },
  "permission.missing": {
    status: 403,
    message: { en: "You need the permission {permission}.", "zh-CN": "您需要权限 {permission}。" },
    fix: {
      en: "Ask an administrator for a role that has it.",
      "zh-CN": "请向管理员申请拥有该权限的角色。",
    },
  },
  "origin.foreign": {
    status: 403,
    message: {
      en: "The request comes from a page of another site ({origin}).",
      "zh-CN": "请求来自其他网站的页面（{origin}）。",
    },
    fix: {
      en: "Use Flowright from its own address, or an API token.",
      "zh-CN": "请从 Flowright 自己的地址使用，或使用 API 令牌。",
    },
  },
  "metrics.closed": {
    status: 403,
    message: {
      en: "The metrics are for the monitoring system alone.",
      "zh-CN": "指标仅供监控系统读取。",
    },
    fix: {
      en: "Send the metrics token as Authorization: Bearer, or read them on the server itself.",
      "zh-CN": "请以 Authorization: Bearer 发送指标令牌，或在服务器本机读取。",
    },
  },
  "entry.closed": {
    status: 403,
    message: { en: "One-click entry is not offered here.", "zh-CN": "此处不提供一键进入。" },
    fix: {
      en: "Sign in with a password, or open Flowright on the machine it runs on.",
      "zh-CN": "请用密码登录，或在运行 Flowright 的电脑上打开。",
    },
  },
  "request.malformed-json": {
    status: 400,
    message: {
      en: "The body is not JSON: line {line}, column {column}: {reason}.",
      "zh-CN": "请求内容不是有效的 JSON：第 {line} 行第 {column} 列：{reason}。",
    },
    fix: { en: "Mend the text at this place.", "zh-CN": "请修正此处的内容。" },
  },
  "request.body-missing": {
    status: 400,
    message: { en: "The request has no body.", "zh-CN": "请求没有内容。" },
    fix: { en: "Send a JSON object.", "zh-CN": "请发送 JSON 对象。" },
  },
  "request.forbidden-key": {
    status: 422,
    message: { en: "The name {name} is not accepted.", "zh-CN": "不接受名称 {name}。" },
    fix: { en: "Use another name.", "zh-CN": "请使用其他名称。" },
  },
  "request.too-large": {
    status: 413,
    message: { en: "The request is larger than {limit} MB.", "zh-CN": "请求超过 {limit} MB。" },
    fix: { en: "Send less at a time.", "zh-CN": "请减小每次发送的内容。" },
  },
  "request.media-type": {
    status: 415,
    message: {
      en: "Content of the type {type} is not accepted here.",
      "zh-CN": "此处不接受类型为 {type} 的内容。",
    },
    fix: { en: "Send {expected}.", "zh-CN": "请发送 {expected}。" },
  },
  "request.malformed": {
    status: 400,
    message: { en: "The request is malformed.", "zh-CN": "请求格式不正确。" },
    fix: { en: "Check its headers and length.", "zh-CN": "请检查请求头和长度。" },
  },
  "request.invalid": {
    status: 422,
    message: {
      en: "The request does not fit: {count} problems.",
      "zh-CN": "请求不符合要求：共 {count} 处问题。",
    },
    fix: { en: "Mend each of them.", "zh-CN": "请逐一修正。" },
  },
  "query.invalid": {
    status: 400,
    message: {
      en: "The parameters in the address do not fit: {count} problems.",
      "zh-CN": "地址中的参数不符合要求：共 {count} 处问题。",
    },
    fix: { en: "Mend each of them.", "zh-CN": "请逐一修正。" },
  },
  "query.cursor": {
    status: 400,
    message: { en: "The cursor is not one of this list.", "zh-CN": "游标不属于此列表。" },
    fix: {
      en: "Use `next` of the page before, or leave it out for the first page.",
      "zh-CN": "请使用上一页的 `next`，首页请省略。",
    },
  },
  "path.version": {
    status: 404,
    message: { en: "{version} is no version.", "zh-CN": "{version} 不是版本号。" },
    fix: { en: "Use a number, or `latest`.", "zh-CN": "请使用数字，或 `latest`。" },
  },
  "path.unstorable": {
    status: 404,
    message: { en: "There is nothing of this name.", "zh-CN": "没有此名称的内容。" },
    fix: { en: "Check the address.", "zh-CN": "请核对地址。" },
  },
  "request.unstorable": {
    status: 422,
    message: {
      en: "A value of the request cannot be kept: it is out of range or not text.",
      "zh-CN": "请求中有值无法保存：超出范围或不是文本。",
    },
    fix: {
      en: "Remove control characters and numbers out of range.",
      "zh-CN": "请去掉控制字符和超出范围的数。",
    },
  },
  "path.body-differs": {
    status: 422,
    message: {
      en: "The body says {inside}, the address {id}.",
      "zh-CN": "内容中是 {inside}，地址中是 {id}。",
    },
    fix: { en: "Use the same id in both.", "zh-CN": "两处请使用相同的编号。" },
  },
  "idempotency.key-malformed": {
    status: 400,
    message: {
      en: "The Idempotency-Key must have 1 to 200 visible characters.",
      "zh-CN": "Idempotency-Key 须为 1 到 200 个可见字符。",
    },
    fix: { en: "Use a UUID, for example.", "zh-CN": "例如使用 UUID。" },
  },
  "file.missing": {
    status: 422,
    message: { en: "The form has no file.", "zh-CN": "表单中没有文件。" },
    fix: {
      en: "Send one part named file; the field instanceId goes before it.",
      "zh-CN": "请发送一个名为 file 的部分，字段 instanceId 须在其前。",
    },
  },
  "file.content-differs": {
    status: 415,
    message: {
      en: "The content of the file is not {declared}.",
      "zh-CN": "文件内容不是 {declared}。",
    },
    fix: { en: "Send the file with its real type.", "zh-CN": "请以文件的真实类型发送。" },
  },
  "system.try-unavailable": {
    status: 503,
    message: { en: "Systems cannot be tried on this server.", "zh-CN": "此服务器不能试用系统。" },
    fix: { en: "Ask your administrator.", "zh-CN": "请联系管理员。" },
  },
  "request.too-many": {
    status: 429,
    message: {
      en: "Too many requests. Wait {seconds} seconds.",
      "zh-CN": "请求过于频繁，请等待 {seconds} 秒。",
    },
    fix: { en: "Wait, then try again.", "zh-CN": "请稍后再试。" },
  },
  "request.share-full": {
    status: 503,
    message: {
      en: "Too many requests of this workspace are waiting, and others ask as well.",
      "zh-CN": "本工作区等待处理的请求过多，同时其他工作区也在使用。",
    },
    fix: { en: "Try again in a moment.", "zh-CN": "请稍后重试。" },
  },
  "server.unavailable": {
    status: 503,
    message: { en: "The database cannot be reached now.", "zh-CN": "暂时无法连接数据库。" },
    fix: { en: "Try again in a moment; nothing was changed.", "zh-CN": "请稍后重试，数据未改变。" },
  },
  "server.failed": {
    status: 500,
    message: {
      en: "Something went wrong on our side (request {request}).",
      "zh-CN": "服务器内部出错（请求 {request}）。",
    },
    fix: {
      en: "Try again; if it persists, tell your administrator this number.",
      "zh-CN": "请重试；若仍出错，请将此编号告知管理员。",
    },
  },
  "live.malformed": {
    status: 400,
    message: { en: "The message is not one of the live feed's.", "zh-CN": "消息格式不正确。" },
    fix: {
      en: 'Send JSON such as {"kind":"subscribe","topic":"tasks"}.',
      "zh-CN": '请发送如 {"kind":"subscribe","topic":"tasks"} 的 JSON。',
    },
  },
  "live.topic-refused": {
    status: 403,
    message: { en: "You may not listen to {topic}.", "zh-CN": "您不能订阅 {topic}。" },
    fix: {
      en: "Check the topic; it may belong to another workspace.",
      "zh-CN": "请核对主题，它可能属于其他工作区。",
    },
  },
  "live.too-many-topics": {
    status: 429,
    message: { en: "One connection takes {limit} topics.", "zh-CN": "每个连接最多订阅 {limit} 个主题。" },
    fix: { en: "Unsubscribe from some.", "zh-CN": "请先取消部分订阅。" },
  },
} as const satisfies Record<string, HttpProblemCode>;

export type HttpProblem = keyof typeof httpProblems;

/** Like the runtime's refusals, with any status. */
export interface HttpRefusal {
  readonly status: number;
  readonly problem: Problem;
  readonly problems?: readonly Problem[] | undefined;
  readonly retryAfter?: number | undefined;
}

export function refuseHttp(
  code: HttpProblem,
  params: Readonly<Record<string, string | number>> = {},
  more: {
    path?: string;
    at?: { line: number; column: number };
    problems?: readonly Problem[];
    retryAfter?: number;
  } = {},
): { readonly ok: false; readonly refusal: HttpRefusal } {
  const { status, message, fix } = httpProblems[code];
  return {
    ok: false,
    refusal: {
      status,
      problem: {
        code,
        severity: "error",
        path: more.path ?? "",
        ...(more.at === undefined ? {} : { at: more.at }),
        params,
        message: fillBoth(message, params),
        fix: fillBoth(fix, params),
      },
      problems: more.problems,
      retryAfter: more.retryAfter,
    },
  };
}

/** Fills the places of a text in both languages. */
export function fillBoth(
  text: BilingualText,
  params: Readonly<Record<string, string | number>>,
): BilingualText {
  return { en: fillTemplate(text.en, params, "en"), "zh-CN": fillTemplate(text["zh-CN"], params, "zh-CN") };
}
