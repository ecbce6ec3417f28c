import { apiRoutes } from "@flowright/client";
import type { FastifyInstance } from "fastify";
import { identify } from "../identity/identity.ts";
import type { FlowrightOptions } from "../options.ts";
import { refuseHttp } from "../problem/http-problems.ts";
import { sendProblem } from "../problem/send-problem.ts";
import { answer, defineRoute } from "../route/define-route.ts";
import { serveLive } from "./serve-live.ts";

/** Declared like the others for the OpenAPI document; registered here because it is no request and answer. */
export const liveRoute = defineRoute({
  operation: "live.open",
  permission: "session",
  summary:
    "WebSocket: subscribe to topics with `since`; LiveRequest in, LiveMessage out. Tells what changed; the data is read by HTTP.",
  answer: { other: "The connection speaks WebSocket from here on." },
  handle: () => answer(null),
});

export function registerLiveRoute(app: FastifyInstance, options: FlowrightOptions): void {
  const { method, path } = apiRoutes[liveRoute.operation];
  app.route({
    method,
    url: path,
    config: { permission: liveRoute.permission },
    handler: async (request, reply) => {
      reply.header("upgrade", "websocket");
      return sendProblem(request, reply, refuseHttp("route.upgrade").refusal);
    },
    wsHandler: (socket, request) => {
      const { identity, credential } = request;
      if (!identity || !credential) return socket.close(1011);
      serveLive(socket, {
        live: options.runtime.live,
        caller: identity.caller,
        renew: async () => (await identify(options.runtime, credential))?.caller ?? null,
        log: request.log,
      });
    },
  });
}
