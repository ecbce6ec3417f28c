import { setTimeout as delay } from "node:timers/promises";
import type { JobHandler, JobOutcome, Runtime } from "@flowright/runtime";
import type { TakenJob } from "@flowright/scenarios";

/** Calls that a scenario has open beside each other. */
const MOST_AT_ONCE = 20;

export interface CallsByHand {
  /** Calls that came up since the last look. */
  take(): TakenJob[];
  /** Answers a call, and waits until the runtime has taken the answer in. */
  answer(job: TakenJob, outcome: JobOutcome): Promise<void>;
  stop(): void;
}

/**
 * Stands where the connectors and workers stand otherwise: jobs of these types are held here until the scenario says
 * what the system answered.
 */
export function callsByHand(
  runtime: Runtime,
  types: readonly string[],
  isHeld: (id: string, lease: string) => Promise<boolean>,
): CallsByHand {
  const arrived: TakenJob[] = [];
  const answers = new Map<string, (outcome: JobOutcome) => void>();
  const hold: JobHandler = (job) => {
    arrived.push({ id: job.id, lease: job.lease, instance: job.instanceId, node: job.node });
    return new Promise((resolve) => answers.set(job.lease, resolve));
  };
  for (const type of types) runtime.jobs.work(type, hold, { concurrency: MOST_AT_ONCE });
  return {
    take: () => arrived.splice(0),
    answer: async (job, outcome) => {
      answers.get(job.lease)?.(outcome);
      answers.delete(job.lease);
      while (await isHeld(job.id, job.lease)) await delay(5);
    },
    stop: () => {
      for (const resolve of answers.values())
        resolve({ ok: false, message: "The test is over", retry: true });
    },
  };
}
