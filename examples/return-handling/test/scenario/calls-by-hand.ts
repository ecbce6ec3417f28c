import { setTimeout as delay } from "node:timers/promises";
import type { JobOutcome, Runtime } from "@flowright/runtime";
import type { TakenJob } from "@flowright/scenarios";

export interface CallsByHand {
  /** Calls that came up since the last look. */
  take(): TakenJob[];
  /** Answers a call, and waits until the runtime has taken the answer in. */
  answer(job: TakenJob, outcome: JobOutcome): Promise<void>;
  stop(): void;
}

/**
 * Stands where the connectors stand otherwise: calls to systems are not for workers outside the process, so each is
 * held here until the scenario says what the system answered.
 */
export function callsByHand(
  runtime: Runtime,
  isHeld: (id: string, lease: string) => Promise<boolean>,
): CallsByHand {
  const arrived: TakenJob[] = [];
  const answers = new Map<string, (outcome: JobOutcome) => void>();
  runtime.jobs.work("system", (job) => {
    arrived.push({ id: job.id, lease: job.lease, instance: job.instanceId, node: job.node });
    return new Promise((resolve) => answers.set(job.lease, resolve));
  });
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
