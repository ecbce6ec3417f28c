import { freshDatabase } from "../durable-steps/fresh-database.ts";
import { runClosed, serveLane } from "../runtime/serve-lane.ts";
import { loadPeer } from "./install-peers.ts";

/**
 * graphile-worker: `graphile-lane.ts <PostgreSQL> <database> chained|batched`. Each step is one empty job, added once the
 * job before is done, with the settings of its own page on performance. Chained, the job itself adds the next one, as
 * its documentation has it; batched, the callers do, all that they want to add at a time in one call of `addJobs`.
 */
const [server = "", database = "", how = "chained"] = process.argv.slice(2);
const STEPS = 6;
const CALLERS = 256;

interface Payload {
  readonly flow: number;
  readonly step: number;
  readonly order: string;
}
interface Job {
  readonly identifier: string;
  readonly payload: Payload;
}
interface Helpers {
  addJob(identifier: string, payload: Payload): Promise<unknown>;
}
interface Graphile {
  run(options: object): Promise<{ stop(): Promise<void> }>;
  makeWorkerUtils(options: object): Promise<{
    addJobs(jobs: readonly Job[]): Promise<readonly unknown[]>;
    release(): Promise<void>;
  }>;
}

/** Told when a job of this flow is done. */
const waiting = new Map<number, () => void>();
let done = 0;
let asked = 0;
let flows = 0;

await serveLane(async () => {
  const { run, makeWorkerUtils } = loadPeer<Graphile>("graphile-worker");
  const silent = { error: console.error, warning: () => {}, info: () => {}, debug: () => {} };
  const { Logger } = loadPeer<{
    Logger: new (make: () => (level: keyof typeof silent, text: string) => void) => object;
  }>("@graphile/logger");
  const connectionString = await freshDatabase(server, database);
  const runner = await run({
    preset: {
      worker: {
        connectionString,
        concurrentJobs: 24,
        maxPoolSize: 25,
        localQueue: { size: 500 },
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
    logger: new Logger(() => (level, text) => silent[level]?.(text)),
    noHandleSignals: true,
    taskList: {
      step: async ({ flow, step, order }: Payload, { addJob }: Helpers) => {
        if (how === "chained" && step + 1 < STEPS) await addJob("step", { flow, step: step + 1, order });
        done += 1;
        waiting.get(flow)?.();
      },
    },
  });

  const utilities = await makeWorkerUtils({ connectionString });
  let gathered: Job[] = [];
  function add(job: Job): void {
    gathered.push(job);
    if (gathered.length > 1) return;
    setImmediate(() => {
      const jobs = gathered;
      gathered = [];
      utilities.addJobs(jobs).catch((error: unknown) => {
        console.error(error);
        process.exit(1);
      });
    });
  }

  async function carry(tell: (milliseconds: number) => void): Promise<void> {
    const flow = ++flows;
    let began = performance.now();
    for (let step = 0; step < STEPS; step++) {
      asked += 1;
      const heard = new Promise<void>((resolve) => waiting.set(flow, resolve));
      if (how === "batched" || step === 0) {
        add({ identifier: "step", payload: { flow, step, order: "SO-1001" } });
      }
      await heard;
      tell(performance.now() - began);
      began = performance.now();
    }
    waiting.delete(flow);
  }
  return {
    run: (seconds) => runClosed(seconds, CALLERS, carry),
    check: async () => (done === asked ? [] : [`${asked} jobs were added and ${done} done`]),
    close: async () => {
      await utilities.release();
      await runner.stop();
    },
  };
});
