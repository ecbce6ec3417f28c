import { setTimeout as delay } from "node:timers/promises";
import { createPoller } from "../background/poller.ts";
import { queueHead } from "../background/queue-head.ts";
import type { HandlerJob, JobHandler, JobOutcome } from "../contract/runtime.ts";
import { pollInterval, type TurnParts } from "../turns/turn-parts.ts";
import { completeJob, failJob, handBack, type JobKey } from "./settle-job.ts";
import { type TakenJob, takeJobs } from "./take-jobs.ts";

/** Milliseconds that jobs are given to end once they are broken off. */
const BREAKING_OFF = 1_000;

/**
 * Runs an in-process handler: takes jobs of its type as places come free, and settles what it answers. A process that
 * ends takes no more, lets those under way finish, breaks off what lasts too long and hands it back: another process
 * carries it out, and no attempt is counted.
 */
export function runHandler(
  parts: TurnParts,
  type: string,
  handler: JobHandler,
  concurrency: number,
): { stop(): Promise<void> } {
  const { membership } = parts;
  const running = new Map<TakenJob, Promise<void>>();
  let stopped: Promise<void> | null = null;
  const stopping = new AbortController();
  const head = queueHead();
  const poller = createPoller(
    async () => {
      const places = concurrency - running.size;
      const node = membership?.epoch() ?? null;
      if (places <= 0 || !membership || node === null) return pollInterval(parts);
      const { name: worker } = membership;
      const suspect = membership.suspects.size === 0;
      const wanted = { type, worker, node, suspect, max: places, lease: null, tenant: null, head };
      for (const job of await takeJobs(parts, wanted)) {
        if (job.deaths > 1) membership.suspects.add(job.lease);
        const work = runOne(parts, job, handler, stopping.signal).finally(() => {
          running.delete(job);
          membership.suspects.delete(job.lease);
          poller.wake();
        });
        running.set(job, work);
      }
      return pollInterval(parts);
    },
    (error) => parts.log?.warn({ error: String(error), type }, "jobs could not be taken"),
  );
  parts.turns.onCommit(({ effects }) => {
    if (effects.some(({ effect }) => effect.kind === "job.create" && effect.type === type)) poller.wake();
  });
  membership?.onWork(() => {
    // What a dead node held is free again at its old time.
    head.rewind();
    poller.wake();
  });
  return {
    stop: () => {
      stopped ??= (async () => {
        await poller.stop();
        if (await endWithin(running, membership?.patience ?? 0)) return;
        stopping.abort();
        if (await endWithin(running, BREAKING_OFF)) return;
        // A handler that does not listen: whatever it answers later no longer counts.
        for (const job of running.keys()) await handBack(parts, keyOf(job), job.lease).catch(() => undefined);
      })();
      return stopped;
    },
  };
}

/** Whether all of it ended in so many milliseconds. */
async function endWithin(running: ReadonlyMap<TakenJob, Promise<void>>, patience: number): Promise<boolean> {
  if (running.size === 0) return true;
  const over = new AbortController();
  const late = delay(patience, false, { signal: over.signal }).catch(() => false);
  const ended = Promise.all(running.values()).then(() => true);
  const all = await Promise.race([ended, late]);
  over.abort();
  return all;
}

function keyOf(job: TakenJob): JobKey {
  return { tenant: job.tenant, instance: job.instance, number: job.number };
}

async function runOne(
  parts: TurnParts,
  job: TakenJob,
  handler: JobHandler,
  stopping: AbortSignal,
): Promise<void> {
  const key = keyOf(job);
  try {
    const outcome = await outcomeOf(job, handler, stopping);
    if (stopping.aborted && !outcome.ok) {
      await handBack(parts, key, job.lease);
      return;
    }
    const settled = outcome.ok
      ? await completeJob(parts, key, job.lease, outcome.result)
      : await failJob(parts, key, job.lease, outcome);
    if (!settled.ok && (settled.refusal.status === 422 || settled.refusal.status === 413)) {
      // The answer itself cannot be kept: trying again would bring the same.
      const message = settled.refusal.problem.message.en;
      await failJob(parts, key, job.lease, { message, retry: false });
    }
  } catch (error) {
    parts.log?.error({ error: String(error), job: `${job.instance}.${job.number}` }, "a job was not settled");
  }
}

async function outcomeOf(job: TakenJob, handler: JobHandler, stopping: AbortSignal): Promise<JobOutcome> {
  const lease = Math.max(1, Math.min(Math.trunc(job.leaseFor), 2 ** 31 - 1));
  const given: HandlerJob = {
    id: `${job.instance}.${job.number}`,
    instanceId: job.instance,
    definitionId: job.definitionId,
    node: job.node,
    type: job.type,
    input: job.input,
    attempt: job.attempt,
    attempts: job.attempts,
    idempotencyKey: `${job.instance}.${job.number}`,
    leaseUntil: job.leaseUntil,
    lease: job.lease,
    tenant: job.tenant,
    call: job.call,
    timeout: job.timeout,
    signal: AbortSignal.any([stopping, AbortSignal.timeout(lease)]),
  };
  try {
    return await handler(given);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, message, retry: true, detail: { message } };
  }
}
