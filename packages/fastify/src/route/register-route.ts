import { apiRoutes } from "@flowright/client";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FlowrightOptions } from "../options.ts";
import { checkBody, checkQuery } from "../problem/check-input.ts";
import { requireJson } from "../problem/json-body.ts";
import { refused } from "../problem/refused.ts";
import { sendProblem } from "../problem/send-problem.ts";
import type { ApiCall, HttpResult, RouteDeclaration } from "./define-route.ts";
import type { FairShare } from "./fair-share.ts";

const MEGABYTE = 1024 * 1024;

/** `/tasks/{id}` of the route table as Fastify writes it. */
export function fastifyPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}

/** Registers a declared route: checks what comes in, answers what the service says. */
export function registerRoute(
  app: FastifyInstance,
  options: FlowrightOptions,
  route: RouteDeclaration,
  share?: FairShare,
): void {
  const { method, path } = apiRoutes[route.operation];
  app.route({
    method,
    url: fastifyPath(path),
    bodyLimit: route.bodyLimit ?? MEGABYTE,
    config: {
      permission: route.permission,
      upload: route.freeBody === "file",
      ...(route.perMinute === undefined ? {} : { rateLimit: { max: route.perMinute } }),
    },
    ...(route.freeBody === "file" ? {} : { onRequest: requireJson }),
    handler: async (request, reply) => {
      const call = callOf(options, route, request, reply) as ApiCall<never, never>;
      const result = await inPlace(share, route, call);
      if (reply.sent) return reply;
      if (!result.ok) return sendProblem(request, reply, result.refusal);
      reply.header("cache-control", "no-store");
      if (route.answer === null) return reply.code(204).send();
      return reply
        .code(route.status ?? 200)
        .type("application/json; charset=utf-8")
        .serializer((payload: unknown) => JSON.stringify(payload))
        .send(result.value ?? null);
    },
  });
}

/** What reads or writes for somebody who is known takes a place of his workspace. */
async function inPlace(
  share: FairShare | undefined,
  route: RouteDeclaration,
  call: ApiCall<never, never>,
): Promise<HttpResult<unknown>> {
  const workspace = route.mayWait ? undefined : call.identity?.caller.tenant;
  if (workspace === undefined || share === undefined) return await route.handle(call);
  const leave = await share.enter(workspace);
  try {
    return await route.handle(call);
  } finally {
    leave();
  }
}

function callOf(
  options: FlowrightOptions,
  route: RouteDeclaration,
  request: FastifyRequest,
  reply: FastifyReply,
): ApiCall {
  return {
    options,
    runtime: options.runtime,
    get caller() {
      if (!request.identity) throw new Error(`${route.operation} is public: it has no caller`);
      return request.identity.caller;
    },
    identity: request.identity,
    body: bodyOf(route, request),
    query: route.query === undefined ? {} : checkQuery(route.query, request.query),
    param: (name) => storable((request.params as Record<string, string>)[name] ?? ""),
    once: onceOf(request),
    request,
    reply,
  };
}

function bodyOf(route: RouteDeclaration, request: FastifyRequest): unknown {
  const { body } = request;
  if (route.otherBody && typeof body === "object" && body !== null && route.otherBody.member in body) {
    return checkBody(route.otherBody.schema, body);
  }
  if (route.body !== undefined) return checkBody(route.body, body);
  if (route.freeBody === "json" && body === undefined) throw refused("request.body-missing");
  return body;
}

/** What PostgreSQL cannot even compare names nothing. */
function storable(text: string): string {
  if (text.includes("\0") || !text.isWellFormed()) throw refused("path.unstorable");
  return text;
}

function onceOf(request: FastifyRequest): { idempotencyKey?: string } {
  const key = request.headers["idempotency-key"];
  if (key === undefined || request.method !== "POST") return {};
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw refused("idempotency.key-malformed");
  return { idempotencyKey: key };
}
