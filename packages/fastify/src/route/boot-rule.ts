import type { FastifyInstance } from "fastify";

/** A route that does not say who may use it keeps the server from starting. */
export function requirePermissions(app: FastifyInstance): void {
  app.addHook("onRoute", ({ config, method, url }) => {
    if (config?.permission === undefined) {
      throw new Error(`${[method].flat().join(", ")} ${url} does not declare its permission`);
    }
  });
}
