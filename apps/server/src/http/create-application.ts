import { tryCall } from "@flowright/connectors";
import { flowright, frameworkErrors } from "@flowright/fastify";
import type { Runtime } from "@flowright/runtime";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import type { Logger } from "pino";
import type { EarlyListener } from "./listen-early.ts";
import { serveStudio, studioFolder } from "./serve-studio.ts";

export interface ApplicationOptions {
  readonly runtime: Runtime;
  readonly listener: EarlyListener;
  /** Sample people may be entered without a password, from this machine only. */
  readonly oneClickEntry: boolean;
  /** Where people reach it through a proxy on this machine; null: directly. */
  readonly publicUrl: string | null;
  /** Who may read the metrics; null: programs on this machine alone. */
  readonly metricsToken: string | null;
  readonly log: Logger;
}

/** The HTTP application on the port that the early listener holds; takes over once everything is registered. */
export async function createApplication(options: ApplicationOptions): Promise<FastifyInstance> {
  const { runtime, listener } = options;
  let routing: Parameters<EarlyListener["handOver"]>[0] | undefined;
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    frameworkErrors,
    ...(options.publicUrl === null ? {} : { trustProxy: "loopback" }),
    serverFactory: (handler) => {
      routing = handler;
      return listener.server;
    },
  });
  await app.register(flowright, {
    runtime,
    oneClickEntry: options.oneClickEntry,
    origins: options.publicUrl === null ? [] : [options.publicUrl],
    secureCookies: options.publicUrl?.startsWith("https:") ?? false,
    metricsToken: options.metricsToken ?? undefined,
    tryCall: (caller, system, body) => tryCall(runtime, caller, system, body),
  });
  const studio = studioFolder();
  if (studio) await app.register(async (scope) => serveStudio(scope, studio));
  await app.ready();
  if (routing) listener.handOver(routing);
  return app as unknown as FastifyInstance;
}
