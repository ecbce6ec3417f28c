import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { FlowrightOptions } from "../options.ts";
import { refuseHttp } from "../problem/http-problems.ts";
import { sendProblem } from "../problem/send-problem.ts";
import { defineRoute } from "../route/define-route.ts";

/** How the servers are, for those who run them. */
export const serverRoutes = [
  defineRoute({
    operation: "server.read",
    permission: "system.write",
    summary: "How the servers, their queues and the database are, and what a person should look at.",
    answer: "ServerHealth",
    handle: ({ runtime, caller }) => runtime.observation.health(caller),
  }),
];

/**
 * For load balancers: is the process alive, and may it be given work. For a monitoring system: what is measured. The
 * alarms' codes are told to everybody; what they say of the server, to those who run it.
 */
export function registerHealthRoutes(app: FastifyInstance, options: FlowrightOptions): void {
  const { runtime } = options;
  app.get("/health/live", { config: OPEN }, async (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "live" }),
  );
  app.get("/health/ready", { config: OPEN }, async (_request, reply) => {
    const ready = await runtime.ready().catch(() => ({ ok: false, reason: "unreachable" }) as const);
    reply.header("cache-control", "no-store");
    const alarms = runtime.observation.alarms().map(({ code, since }) => ({ code, since }));
    if (ready.ok) return reply.send({ status: "ready", alarms });
    return reply
      .code(503)
      .header("retry-after", "2")
      .send({ status: "not ready", reason: ready.reason, alarms });
  });
  app.get("/metrics", { config: OPEN }, async (request, reply) => {
    if (!mayRead(request, options.metricsToken)) {
      return sendProblem(request, reply, refuseHttp("metrics.closed").refusal);
    }
    return reply
      .header("cache-control", "no-store")
      .type("text/plain; version=0.0.4; charset=utf-8")
      .send(await runtime.observation.metrics.text());
  });
  measureRequests(app, options);
}

/** Behind a proxy on this machine every request comes from here, so one that was passed on needs the token. */
function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  const sent = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (token !== undefined) return sent !== undefined && isSame(sent, token);
  const passedOn = ["x-forwarded-for", "forwarded", "x-real-ip", "via"].some(
    (name) => request.headers[name] !== undefined,
  );
  return !passedOn && /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? "");
}

function isSame(sent: string, token: string): boolean {
  const [a, b] = [Buffer.from(sent), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const OPEN = { permission: "public", anonymous: true } as const;

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Requests by route, never by address, so that an id makes no series of its own. */
function measureRequests(app: FastifyInstance, { runtime }: FlowrightOptions): void {
  const { metrics } = runtime.observation;
  const took = metrics.histogram(
    "http_request_duration_seconds",
    "Time until a request was answered.",
    SECONDS,
  );
  const known = new Map<string, { method: string; route: string; status: string }>();
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "unknown";
    if (route !== "/metrics" && !route.startsWith("/health/")) {
      const key = `${request.method} ${reply.statusCode} ${route}`;
      const labels = known.get(key) ?? { method: request.method, route, status: String(reply.statusCode) };
      known.set(key, labels);
      took.observe(reply.elapsedTime / 1000, labels);
    }
    done();
  });
  metrics.gauge("flowright_live_sockets", "Open connections of the live feed in this process.", () => [
    { value: app.websocketServer.clients.size },
  ]);
}
