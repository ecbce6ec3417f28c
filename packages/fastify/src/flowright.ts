import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import websocket from "@fastify/websocket";
import { API_PREFIX } from "@flowright/client";
import type { FastifyInstance } from "fastify";
import "./fastify-additions.ts";
import { authenticate } from "./identity/authenticate.ts";
import { liveRoute, registerLiveRoute } from "./live/live-route.ts";
import { openApiDocument } from "./openapi/openapi-document.ts";
import type { FlowrightOptions } from "./options.ts";
import { handleError } from "./problem/error-handler.ts";
import { refuseHttp } from "./problem/http-problems.ts";
import { readJsonBodies } from "./problem/json-body.ts";
import { Refused } from "./problem/refused.ts";
import { requirePermissions } from "./route/boot-rule.ts";
import { catchAll } from "./route/catch-all.ts";
import type { RouteDeclaration } from "./route/define-route.ts";
import { createFairShare } from "./route/fair-share.ts";
import { registerRoute } from "./route/register-route.ts";
import { sendSecurityHeaders } from "./route/security-headers.ts";
import { jsonRoutes } from "./routes/all-routes.ts";
import { fileRoutes, registerFileRoutes } from "./routes/file-routes.ts";
import { registerHealthRoutes } from "./routes/health-routes.ts";

/** Every route of the API, as it is registered and as the OpenAPI document tells. */
export const declaredRoutes: readonly RouteDeclaration[] = [...jsonRoutes, ...fileRoutes, liveRoute];

/** Messages of the live feed are small; a larger one closes the connection with 1009. */
const LARGEST_MESSAGE = 16 * 1024;

/** Milliseconds that open connections of the live feed get to say goodbye when the server stops. */
const CLOSING = 500;

/**
 * REST, WebSocket, OpenAPI and health routes over a `Runtime`, as a Fastify plugin. Everything it adds stays
 * inside it: hooks, parsers and error handling of the surrounding server are as they were. A prefix may be given.
 *
 * @example
 * await app.register(flowright, { runtime, prefix: "/flows" });
 */
export async function flowright(app: FastifyInstance, options: FlowrightOptions): Promise<void> {
  requirePermissions(app);
  app.decorateRequest("identity", null);
  app.decorateRequest("credential", null);
  app.setErrorHandler(handleError);
  // First of the hooks: it is what closes the socket of an upgrade that one of the later ones refuses.
  if (!app.hasDecorator("websocketServer")) {
    await app.register(websocket, { options: { maxPayload: LARGEST_MESSAGE } });
  }
  readJsonBodies(app);
  if (!app.hasRequestDecorator("cookies")) await app.register(cookie);
  sendSecurityHeaders(app, { https: options.secureCookies === true });
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? 20_000,
    timeWindow: "1 minute",
    // A connection that was given up before its request came to its turn has no address any more.
    keyGenerator: (request) => request.ip ?? "gone",
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.max(1, Math.ceil(ttl / 1000));
      return new Refused(refuseHttp("request.too-many", { seconds }, { retryAfter: seconds }).refusal);
    },
  });
  app.addHook("onRequest", authenticate(options));
  app.addHook("preClose", (done) => {
    // The connections were asked to close; a phone that sleeps does not answer, and nobody waits for it.
    for (const client of app.websocketServer.clients) setTimeout(() => client.terminate(), CLOSING).unref();
    done();
  });

  registerHealthRoutes(app, options);
  const document = openApiDocument(declaredRoutes, app.prefix);
  app.get("/api/openapi.json", { config: { permission: "public" } }, async () => document);
  await app.register(
    async (api) => {
      registerLiveRoute(api, options);
      const share = createFairShare();
      for (const route of jsonRoutes) registerRoute(api, options, route, share);
      await api.register(async (files) => registerFileRoutes(files, options));
    },
    { prefix: API_PREFIX },
  );
  catchAll(app);
}
