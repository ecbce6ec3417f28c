import type { CallRecord, Json, JsonObject, System } from "@flowright/client";
import type { Dispatcher } from "undici";
import { buildRequest, type SystemRequest } from "./build-request.ts";
import { type CallProblemCode, callText } from "./call-texts.ts";

export interface SystemCall {
  readonly system: System;
  readonly secret: string | null;
  readonly operation: string;
  readonly input: JsonObject;
  /** The same for every attempt of one call. */
  readonly idempotencyKey: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

export interface SystemAnswer {
  /** What was asked and answered, secrets replaced. */
  readonly record: CallRecord;
  /** The answer's JSON where the call went well, else null. */
  readonly result: Json;
  /** The system's own error code, where it sent one with a status from 400 to 499. */
  readonly errorCode: string | null;
  /** Whether another attempt may help. */
  readonly retry: boolean;
}

const HIDDEN = "•••";
const MAX_SHOWN = 4_000;
/** Statuses that say "later": timeout, too early, too many requests. */
const LATER = new Set([408, 425, 429]);
let shared: Dispatcher | undefined;

/** Loaded with the first call: a hundred modules that a server without calls need not hold. */
async function openClient() {
  const [{ request }, { guardedAgent }] = await Promise.all([import("undici"), import("./guarded-agent.ts")]);
  shared ??= guardedAgent();
  return { send: request, dispatcher: shared };
}

/** Calls one operation of a system. Never throws: what went wrong is in the record. */
export async function callSystem(call: SystemCall): Promise<SystemAnswer> {
  const name =
    typeof call.system.name === "string" ? call.system.name : (call.system.name.en ?? call.system.id);
  const operation = call.system.operations.find((o) => o.id === call.operation);
  if (!operation)
    return refused(
      "call.operation-unknown",
      { system: name, operation: call.operation },
      "POST",
      call.system.address,
    );
  // Without it the system would be asked as a stranger, and its refusal would hide the reason.
  if (call.system.hasSecret && call.secret === null)
    return refused("call.secret-unreadable", { system: name }, operation.method, call.system.address);
  const built = buildRequest(call.system, operation, call.input, call.idempotencyKey);
  if (!built.ok)
    return refused(
      built.code as CallProblemCode,
      { parameter: built.parameter },
      operation.method,
      call.system.address,
    );
  return exchange(call, name, built.request);
}

async function exchange(call: SystemCall, name: string, request: SystemRequest): Promise<SystemAnswer> {
  const secretHeader =
    call.secret === null ? null : (call.system.secretHeader?.toLowerCase() ?? "authorization");
  const shownHeaders = { ...request.headers, ...(secretHeader ? { [secretHeader]: HIDDEN } : {}) };
  const shown = { method: request.method, url: request.url, headers: shownHeaders, body: request.body };
  const secretValue =
    secretHeader === "authorization" && call.secret !== null && !/\s/.test(call.secret)
      ? `Bearer ${call.secret}`
      : call.secret;
  const { send, dispatcher } = await openClient();
  const timeout = AbortSignal.timeout(call.timeout);
  const begun = performance.now();
  const milliseconds = () => Math.round(performance.now() - begun);
  try {
    const answer = await send(request.url, {
      method: request.method,
      headers: {
        ...request.headers,
        ...(secretHeader && secretValue ? { [secretHeader]: secretValue } : {}),
      },
      body: request.body,
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
      dispatcher,
    });
    const body = hide(await answer.body.text(), call.secret);
    const response = {
      status: answer.statusCode,
      headers: shownAnswerHeaders(answer.headers, call.secret),
      body: body.slice(0, MAX_SHOWN),
    };
    const judged = judge(answer.statusCode, body);
    const params = { system: name, status: answer.statusCode, answer: judged.text };
    return {
      record: {
        request: shown,
        response,
        error: judged.code === null ? null : { code: judged.code, message: callText(judged.code, params) },
        milliseconds: milliseconds(),
      },
      result: judged.result,
      errorCode: judged.errorCode,
      retry: judged.retry,
    };
  } catch (error) {
    const code = problemOf(error, timeout);
    const params = { system: name, seconds: call.timeout / 1000, reason: hide(reasonOf(error), call.secret) };
    return {
      record: {
        request: shown,
        response: null,
        error: { code, message: callText(code, params) },
        milliseconds: milliseconds(),
      },
      result: null,
      errorCode: null,
      retry: code !== "call.address-forbidden",
    };
  }
}

interface Judgement {
  readonly code: CallProblemCode | null;
  readonly result: Json;
  readonly errorCode: string | null;
  readonly retry: boolean;
  readonly text: string;
}

function judge(status: number, body: string): Judgement {
  const json = parse(body);
  const own = typeof json === "object" && json !== null && !Array.isArray(json) ? json : {};
  const text = typeof own.message === "string" ? own.message : body.slice(0, 200);
  if (status >= 200 && status < 300)
    return json === undefined
      ? { code: "call.answer-unreadable", result: null, errorCode: null, retry: false, text }
      : { code: null, result: json, errorCode: null, retry: false, text };
  if (status >= 300 && status < 400)
    return { code: "call.redirected", result: null, errorCode: null, retry: false, text };
  const retry = status >= 500 || LATER.has(status);
  const errorCode = retry ? null : typeof own.code === "string" ? own.code : `http.${status}`;
  return { code: "call.failed", result: null, errorCode, retry, text };
}

/** An empty body is an empty object; undefined where the text is not JSON. */
function parse(body: string): Json | undefined {
  if (body.trim() === "") return {};
  try {
    return JSON.parse(body) as Json;
  } catch {
    return undefined;
  }
}

function problemOf(error: unknown, timeout: AbortSignal): CallProblemCode {
  if (timeout.aborted) return "call.timeout";
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause.name === "ForbiddenAddress") return "call.address-forbidden";
  return "call.no-answer";
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? code : error.message;
}

/** Also as a system may write it in JSON or in an address. */
function hide(text: string, secret: string | null): string {
  if (secret === null || secret === "") return text;
  const written = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
  return written.reduce((shown, form) => shown.replaceAll(form, HIDDEN), text);
}

function shownAnswerHeaders(
  headers: Readonly<Record<string, unknown>>,
  secret: string | null,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name === "set-cookie" || value === undefined
        ? []
        : [[name, hide(Array.isArray(value) ? value.join(", ") : String(value), secret)]],
    ),
  );
}

function refused(
  code: CallProblemCode,
  params: Record<string, string | number>,
  method: string,
  url: string,
): SystemAnswer {
  return {
    record: {
      request: { method, url, headers: {}, body: null },
      response: null,
      error: { code, message: callText(code, params) },
      milliseconds: 0,
    },
    result: null,
    errorCode: null,
    retry: false,
  };
}
