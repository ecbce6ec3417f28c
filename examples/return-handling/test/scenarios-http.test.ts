import { flowright } from "@flowright/fastify";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, describe, it } from "vitest";
import { httpServices } from "./scenario/http-services.ts";
import { openScenarioRuntime, type ScenarioRuntime } from "./scenario/open-scenario-runtime.ts";
import { expectSameAsEngine } from "./scenario/same-as-engine.ts";
import { definition, scenarios } from "./scenario/scenario-files.ts";

describe("the eight paths of return handling, over HTTP: the same events as on the engine", () => {
  let host: ScenarioRuntime | null = null;
  let app: FastifyInstance | null = null;
  afterEach(async () => {
    await app?.close();
    await host?.close();
    host = app = null;
  });

  for (const scenario of scenarios) {
    it(`${scenario.id}: ${scenario.name.en}`, { timeout: 60_000 }, async () => {
      host = await openScenarioRuntime(definition);
      app = Fastify({ forceCloseConnections: true });
      await app.register(flowright, { runtime: host.runtime });
      const baseUrl = await app.listen({ host: "127.0.0.1", port: 0 });
      await expectSameAsEngine(scenario, await httpServices(host, baseUrl));
    });
  }
});
