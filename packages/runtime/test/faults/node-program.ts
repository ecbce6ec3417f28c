/**
 * A node as a process of its own, to be killed or paused by a test: a runtime that carries out what it is told over
 * the channel to its parent, and jobs of the type `ship`, each of which it notes in the table `sink` before it
 * answers. The note is the effect outside of the runtime, so it is made at once and for itself.
 */
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { HandlerJob, JobOutcome, Runtime, RuntimeOptions } from "../../src/contract/runtime.ts";
import { createRuntime } from "../../src/create-runtime.ts";

export interface NodeOptions extends Omit<RuntimeOptions, "clockShift" | "log" | "secretKey"> {
  /** Milliseconds that a job takes. */
  readonly work: number;
  readonly concurrency?: number;
  /** Milliseconds by which the clock of this process is wrong. */
  readonly skew?: number;
}

/** What the parent asks: a method of a service of the runtime. */
export interface Asked {
  readonly number: number;
  readonly service: keyof Runtime;
  readonly method: string;
  readonly args: readonly unknown[];
}

export interface Answered {
  readonly number: number;
  readonly value?: unknown;
  readonly error?: string;
}

const options = JSON.parse(process.argv[2] ?? "{}") as NodeOptions;
if (options.skew) skewClock(options.skew);
const log = (level: string) => (fields: object, message: string) =>
  console.error(new Date().toISOString(), level, message, JSON.stringify(fields));
const runtime = await createRuntime({
  ...options,
  secretKey: new Uint8Array(32).fill(1),
  log: { info: () => undefined, warn: log("warn"), error: log("error") },
});
// A connection on which nothing passes is given up, as whoever is called from outside would do.
const sink = new pg.Pool({ connectionString: options.connectionString, max: 2, query_timeout: 5_000 });
sink.on("error", () => undefined);
runtime.jobs.work("ship", ship, { concurrency: options.concurrency ?? 8 });

function skewClock(skew: number): void {
  const RightDate = Date;
  globalThis.Date = class extends RightDate {
    constructor(...given: [] | [number | string | Date]) {
      super(given.length === 0 ? RightDate.now() + skew : given[0]);
    }
    static override now(): number {
      return RightDate.now() + skew;
    }
  } as DateConstructor;
}

async function ship(job: HandlerJob): Promise<JobOutcome> {
  const order = String(job.input.order);
  await sink.query("insert into sink (key, node, attempt) values ($1, $2, $3)", [
    job.idempotencyKey,
    options.node?.name,
    job.attempt,
  ]);
  if (order.startsWith("poison")) process.kill(process.pid, "SIGKILL");
  const broken = await delay(options.work, false, { signal: job.signal }).catch(() => true);
  if (broken) return { ok: false, message: "broken off", retry: true };
  return { ok: true, result: { tracking: `SF-${order}` } };
}

process.on("message", async ({ number, service, method, args }: Asked) => {
  const answer = (answered: Omit<Answered, "number">) => process.send?.({ number, ...answered });
  try {
    const found = method === "" ? (runtime as never)[service] : (runtime[service] as never)[method];
    answer({ value: await (found as (...args: readonly unknown[]) => unknown)(...args) });
  } catch (error) {
    answer({ error: String(error) });
  }
});
process.on("SIGTERM", async () => {
  await runtime.close();
  process.exit(0);
});
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
