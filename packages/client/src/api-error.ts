import type { ApiProblem } from "./api/page.ts";

/** What every method of the client rejects with, except for an abort by the caller's own signal. */
export class ApiError extends Error {
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly problem: ApiProblem;
  /** Seconds after which another try makes sense, where the server says so. */
  readonly retryAfter: number | null;

  constructor(problem: ApiProblem, retryAfter: number | null = null) {
    super(problem.detail);
    this.name = "ApiError";
    this.status = problem.status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

export type Language = "en" | "zh-CN";

/** No answer came: the network is down, or the server is. */
export function unreachable(language: Language): ApiError {
  return new ApiError({
    type: "about:blank",
    status: 0,
    code: "client.unreachable",
    ...(language === "zh-CN"
      ? { title: "无法连接服务器", detail: "无法连接服务器。", fix: "请检查网络连接后重试。" }
      : {
          title: "The server cannot be reached",
          detail: "The server cannot be reached.",
          fix: "Check the network connection and try again.",
        }),
  });
}

/** The error of an answer that was refused, also where something between client and server wrote the body. */
export function errorOf(
  status: number,
  body: string,
  retryAfter: string | null,
  language: Language,
): ApiError {
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  return new ApiError(
    problemIn(body) ?? unexpected(status, language),
    Number.isFinite(seconds) ? seconds : null,
  );
}

/** A success whose body is not what the API answers, e.g. the page of a captive portal. */
export function unexpected(status: number, language: Language): ApiProblem {
  return {
    type: "about:blank",
    status,
    code: "client.unexpected-answer",
    params: { status },
    ...(language === "zh-CN"
      ? {
          title: "服务器返回了意外的内容",
          detail: `服务器返回了意外的内容（状态码 ${status}）。`,
          fix: "请稍后重试；若仍失败，请联系管理员。",
        }
      : {
          title: "Unexpected answer",
          detail: `The server gave an unexpected answer (status ${status}).`,
          fix: "Try again in a moment; if it persists, ask your administrator.",
        }),
  };
}

function problemIn(body: string): ApiProblem | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && "code" in value && "detail" in value
      ? (value as ApiProblem)
      : null;
  } catch {
    return null;
  }
}
