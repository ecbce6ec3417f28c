import type { FastifyReply, FastifyRequest } from "fastify";
import { type HttpRefusal, refuseHttp } from "./http-problems.ts";
import { Refused } from "./refused.ts";
import { sendProblem } from "./send-problem.ts";

/** Codes of Fastify and its plugins that are the sender's doing. */
const REFUSALS: { readonly [code: string]: (request: FastifyRequest) => HttpRefusal } = {
  FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
  FST_REQ_FILE_TOO_LARGE: tooLarge,
  FST_FILES_LIMIT: () => refuseHttp("file.missing").refusal,
  FST_PARTS_LIMIT: () => refuseHttp("file.missing").refusal,
  FST_FIELDS_LIMIT: () => refuseHttp("file.missing").refusal,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: mediaType,
  FST_INVALID_MULTIPART_CONTENT_TYPE: mediaType,
};

/** The database is gone, is going, has no place left or takes too long: SQLSTATE classes and errors of the network. */
const UNAVAILABLE =
  /^(08|40|53|57)[0-9A-Z]{3}$|^55P03$|^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND)$/;
/** The database cannot keep a value: invalid text, number out of range. */
const UNFIT_VALUE = /^22/;

/** Every failure becomes a problem; only what nobody foresaw is a 500, and that is logged with its number. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error, request);
  if (refusal.status >= 500) request.log.error({ err: error, code: refusal.problem.code }, "request failed");
  return sendProblem(request, reply, refusal);
}

function refusalOf(error: unknown, request: FastifyRequest): HttpRefusal {
  if (error instanceof Refused) return error.refusal;
  const code = textIn(error, "code");
  const known = REFUSALS[code];
  if (known) return known(request);
  const status = statusIn(error);
  // Before the network's own codes: a sender who breaks off says nothing of our database.
  if (status >= 400 && status < 500) return refuseHttp("request.malformed").refusal;
  if (
    UNAVAILABLE.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(messageOf(error))
  ) {
    return refuseHttp("server.unavailable", {}, { retryAfter: 2 }).refusal;
  }
  if (UNFIT_VALUE.test(code) && code.length === 5) {
    const cursor = (request.query as { cursor?: unknown }).cursor !== undefined;
    return refuseHttp(cursor ? "query.cursor" : "request.unstorable").refusal;
  }
  return refuseHttp("server.failed", { request: request.id }).refusal;
}

function tooLarge(request: FastifyRequest): HttpRefusal {
  const limit = Math.floor((request.routeOptions.bodyLimit ?? 0) / 1024 / 1024);
  return refuseHttp("request.too-large", { limit }).refusal;
}

function mediaType(request: FastifyRequest): HttpRefusal {
  return refuseHttp("request.media-type", {
    type: (request.headers["content-type"] ?? "none").slice(0, 100),
    expected: request.routeOptions.config.upload ? "multipart/form-data" : "application/json",
  }).refusal;
}

function textIn(error: unknown, name: string): string {
  if (typeof error !== "object" || error === null || !(name in error)) return "";
  const value = (error as Record<string, unknown>)[name];
  return typeof value === "string" ? value : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

function statusIn(error: unknown): number {
  if (typeof error !== "object" || error === null || !("statusCode" in error)) return 500;
  return typeof error.statusCode === "number" ? error.statusCode : 500;
}
