import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { flowright } from "@flowright/fastify";
import { createRuntime, migrate } from "@flowright/runtime";
import Fastify from "fastify";
import { sixSteps } from "../../bench/durable-steps/six-step-flow.ts";
import { openCaller } from "../../bench/http-complete/open-caller.ts";

export const tenants = ["quiet", "flood"] as const;

export interface FloodOrder {
  readonly perSecond: number;
  readonly seconds: number;
}

export interface FloodAnswers {
  /** Milliseconds from when each completion was to be sent until it was answered. */
  readonly times: readonly number[];
  /** Answered 503. */
  readonly later: number;
  readonly failed: number;
}

/** A process of the campaign: `server <PostgreSQL> <password>` or `client <address> <workspace> <password>`. */
const [what, first = "", second = "", third = ""] = process.argv.slice(2);
if (process.send) {
  if (what === "server") await serve(first, second);
  if (what === "client") await work(first, second, third);
}

async function serve(connectionString: string, password: string): Promise<void> {
  await migrate(connectionString);
  const runtime = await createRuntime({ connectionString, secretKey: randomBytes(32) });
  for (const id of tenants) {
    const person = { user: `${id}-ann`, name: "Ann", title: "", roles: ["admin", "operator"], password };
    const created = await runtime.workspaces.create({
      id,
      name: id,
      sample: false,
      roles: [],
      people: [person],
    });
    if (!created.ok) throw new Error(created.refusal.problem.message.en);
    const permissions = new Set(["definition.publish" as const, "definition.write" as const]);
    const publisher = { tenant: id, user: person.user, roles: ["admin"], permissions };
    const published = await runtime.definitions.publish(publisher, { definition: sixSteps() });
    if (!published.ok) throw new Error(published.refusal.problem.message.en);
  }
  const app = Fastify();
  await app.register(flowright, { runtime, requestsPerMinute: 100_000_000 });
  process.send?.({ address: await app.listen({ host: "127.0.0.1", port: 0 }) });
}

/** Open loop: what is asked comes at its time, whether or not what came before was answered. */
async function work(address: string, workspace: string, password: string): Promise<void> {
  const caller = await openCaller(address, `${workspace}-ann`, password);
  process.on("message", async ({ perSecond, seconds }: FloodOrder) => {
    const times: number[] = [];
    let [later, failed] = [0, 0];
    const ready: string[] = await Promise.all(Array.from({ length: 8 }, () => caller.start()));
    const underWay = new Set<Promise<void>>();
    const began = performance.now();
    for (let count = 0; count < perSecond * seconds; count++) {
      const planned = began + (count * 1_000) / perSecond;
      while (performance.now() < planned) await sleep(1);
      const one = step(planned).finally(() => underWay.delete(one));
      underWay.add(one);
    }
    await Promise.all(underWay);
    process.send?.({ times, later, failed } satisfies FloodAnswers);

    async function step(planned: number): Promise<void> {
      const task = ready.shift();
      try {
        const next = task === undefined ? await caller.start() : await caller.complete(task);
        times.push(performance.now() - planned);
        if (next !== null) ready.push(next);
      } catch (error) {
        if (String(error).includes(" answered 503")) later++;
        else failed++;
        if (task !== undefined) ready.push(task);
      }
    }
  });
  process.send?.({ ready: true });
}
