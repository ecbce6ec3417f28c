import { API_PREFIX, apiRoutes } from "@flowright/client";
import type { FastifyInstance, HTTPMethods } from "fastify";
import { refused } from "../problem/refused.ts";

const METHODS: HTTPMethods[] = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Every path of the API with its methods. */
const PATHS = [...new Set(Object.values(apiRoutes).map(({ path }) => path))].map((path) => ({
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
  allowed: Object.values(apiRoutes)
    .filter((route) => route.path === path)
    .map(({ method }) => method),
}));

/**
 * Answers what no route takes, before its body is read: 405 with the methods that are, else 404. A route and
 * not the not-found handler, because a program that embeds us may have its own for the whole server.
 */
export function catchAll(app: FastifyInstance): void {
  app.route({
    method: METHODS,
    url: "/api/*",
    exposeHeadRoute: false,
    config: { permission: "public" },
    onRequest: async (request, reply) => {
      const path = request.url.split("?")[0] ?? "";
      const [, below = ""] = path.split(API_PREFIX, 2);
      const allowed = PATHS.filter(({ pattern }) => pattern.test(below)).flatMap((known) => known.allowed);
      const shown = path.slice(0, 200);
      // A part of the path that is longer than any id comes here in spite of its method.
      if (allowed.length === 0 || allowed.some((method) => method === request.method)) {
        throw refused("route.unknown", { path: shown });
      }
      reply.header("allow", allowed.join(", "));
      throw refused("route.method", { path: shown, method: request.method, allowed: allowed.join(", ") });
    },
    handler: async () => undefined,
  });
}
