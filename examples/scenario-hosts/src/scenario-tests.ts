import { setTimeout as delay } from "node:timers/promises";
import type { SaveSystem } from "@flowright/client";
import { flowright } from "@flowright/fastify";
import {
  type CaseView,
  engineHost,
  type LoadedScenario,
  normaliseTrace,
  runScenario,
  type ScenarioResult,
  type ScenarioServices,
  serviceHost,
} from "@flowright/scenarios";
import Fastify from "fastify";
import { expect, it } from "vitest";
import { httpApi } from "./http-api.ts";
import { openScenarioRuntime } from "./open-scenario-runtime.ts";
import { overNodes } from "./over-nodes.ts";
import { runtimeApi } from "./runtime-api.ts";
import { servicesOf } from "./services-of.ts";

export type ScenarioHost = "engine" | "runtime" | "nodes" | "http";

export interface ScenarioTestOptions {
  /** Systems of the workspace that the flows call. */
  readonly systems?: readonly SaveSystem[] | undefined;
  /** Told what came of each run. */
  readonly onResult?: ((result: ScenarioResult) => void) | undefined;
}

/**
 * One test for each scenario. On the engine alone it must come to what it expects; through the runtime, through three
 * runtimes on one database, and over HTTP also every case must tell the same events as there.
 */
export function scenarioTests(
  scenarios: readonly LoadedScenario[],
  host: ScenarioHost,
  { systems = [], onResult }: ScenarioTestOptions = {},
): void {
  for (const loaded of scenarios) {
    const { id, name } = loaded.scenario;
    it(`${id}: ${name.en}`, { timeout: 60_000 }, async () => {
      const alone = await runAlone(loaded);
      expect(alone.differences).toEqual([]);
      onResult?.(alone);
      if (host === "engine") return;
      await withServices(loaded, host, systems, async (services) => {
        const pause = (milliseconds: number) => delay(milliseconds);
        const served = serviceHost(loaded.scenario, services, pause, loaded.others);
        expect((await runScenario(loaded.scenario, served)).differences).toEqual([]);
        await served.untilSame(async () =>
          JSON.stringify(traces(await served.cases())) === JSON.stringify(traces(alone.cases))
            ? []
            : ["other"],
        );
        expect(traces(await served.cases())).toEqual(traces(alone.cases));
      });
    });
  }
}

async function runAlone({
  scenario,
  definitions,
  decisions,
  others,
}: LoadedScenario): Promise<ScenarioResult> {
  const host = engineHost({ definitions, decisions, others }, scenario.people, scenario.begins);
  return await runScenario(scenario, host);
}

function traces(cases: readonly CaseView[]) {
  return cases.map(({ definition, events }) => ({ definition, events: normaliseTrace(events) }));
}

async function withServices(
  loaded: LoadedScenario,
  host: Exclude<ScenarioHost, "engine">,
  systems: readonly SaveSystem[],
  use: (services: ScenarioServices) => Promise<void>,
): Promise<void> {
  const opened = await openScenarioRuntime(loaded, systems, host === "nodes" ? 3 : 1);
  const app = Fastify({ forceCloseConnections: true });
  try {
    if (host === "http") {
      await app.register(flowright, { runtime: opened.runtime });
      const baseUrl = await app.listen({ host: "127.0.0.1", port: 0 });
      await use(await servicesOf(opened, (user) => httpApi(baseUrl, user)));
    } else {
      await use(
        await servicesOf(opened, async (user) => {
          const caller = await opened.callerOf(user);
          return overNodes(opened.nodes.map((node) => runtimeApi(node, caller)));
        }),
      );
    }
  } finally {
    await app.close();
    await opened.close();
  }
}
