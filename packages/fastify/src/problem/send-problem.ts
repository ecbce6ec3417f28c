import type { ApiProblem, ProblemItem } from "@flowright/client";
import type { FastifyReply, FastifyRequest } from "fastify";
import { languageOf } from "../identity/language.ts";
import type { HttpRefusal } from "./http-problems.ts";

/** Short names of the statuses, for `title`. */
const TITLES: { readonly [status: number]: { readonly en: string; readonly "zh-CN": string } } = {
  400: { en: "Malformed request", "zh-CN": "请求格式错误" },
  401: { en: "Not signed in", "zh-CN": "未登录" },
  403: { en: "Not allowed", "zh-CN": "没有权限" },
  404: { en: "Not found", "zh-CN": "未找到" },
  405: { en: "Wrong method", "zh-CN": "方法不支持" },
  409: { en: "Conflict", "zh-CN": "冲突" },
  412: { en: "Changed meanwhile", "zh-CN": "内容已变化" },
  413: { en: "Too large", "zh-CN": "内容过大" },
  415: { en: "Type not accepted", "zh-CN": "类型不支持" },
  422: { en: "Not acceptable as it is", "zh-CN": "内容有误" },
  426: { en: "Upgrade required", "zh-CN": "需要升级协议" },
  428: { en: "Revision missing", "zh-CN": "缺少修订号" },
  429: { en: "Too many requests", "zh-CN": "请求过于频繁" },
  500: { en: "Internal error", "zh-CN": "内部错误" },
  503: { en: "Unavailable", "zh-CN": "暂不可用" },
};

/** Answers with an RFC 9457 problem in the reader's language; `problems` keep both languages. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: HttpRefusal,
): FastifyReply {
  const language = languageOf(request);
  const { problem, status, problems, retryAfter } = refusal;
  const body: ApiProblem = {
    type: `urn:flowright:problem:${problem.code}`,
    title: (TITLES[status] ?? problem.message)[language],
    status,
    code: problem.code,
    detail: problem.message[language],
    fix: problem.fix[language],
    instance: `urn:flowright:request:${request.id}`,
    params: problem.params,
    ...(problem.path === "" && problem.at === undefined && problems === undefined
      ? {}
      : { problems: (problems ?? [problem]) as ProblemItem[] }),
  };
  const wait = retryAfter ?? (status === 503 ? 1 : undefined);
  if (wait !== undefined) reply.header("retry-after", Math.max(1, Math.ceil(wait)));
  return reply
    .code(status)
    .header("content-language", language)
    .header("vary", "Accept-Language, Cookie, Authorization")
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(body);
}
