import type { FastifyInstance } from "fastify";
import type { FlowrightOptions } from "../options.ts";

/** For load balancers: is the process alive, and may it be given work. */
export function registerHealthRoutes(app: FastifyInstance, { runtime }: FlowrightOptions): void {
  app.get("/health/live", { config: { permission: "public" } }, async (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "live" }),
  );
  app.get("/health/ready", { config: { permission: "public" } }, async (_request, reply) => {
    const ready = await runtime.ready().catch(() => ({ ok: false, reason: "unreachable" }) as const);
    reply.header("cache-control", "no-store");
    if (ready.ok) return reply.send({ status: "ready" });
    return reply.code(503).header("retry-after", "2").send({ status: "not ready", reason: ready.reason });
  });
}
