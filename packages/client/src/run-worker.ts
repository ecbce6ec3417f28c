import type { ActivatedJob } from "./api/message.ts";
import type { JsonObject } from "./api/page.ts";
import { ApiError } from "./api-error.ts";
import type { FlowrightClient } from "./create-client.ts";

/** Thrown by a handler: with a code a boundary event catches it, `retry: false` gives up at once. */
export class JobFailure extends Error {
  readonly code: string | undefined;
  readonly retry: boolean;

  constructor(message: string, options: { code?: string; retry?: boolean } = {}) {
    super(message);
    this.name = "JobFailure";
    this.code = options.code;
    this.retry = options.retry ?? options.code === undefined;
  }
}

export interface WorkerOptions {
  /** Job type, as the service steps of the flows name it. */
  readonly type: string;
  /** Name of this worker, shown where a job hangs. */
  readonly worker: string;
  /** Gives the result, or throws. `signal` aborts when the lease ends. Use `job.idempotencyKey` outside. */
  readonly handler: (job: ActivatedJob, signal: AbortSignal) => Promise<JsonObject | undefined>;
  /** Aborted: takes no more jobs; the promise settles when those under way are done. */
  readonly signal: AbortSignal;
  /** Jobs at the same time, default 8. */
  readonly concurrency?: number | undefined;
  /** Milliseconds that one job may take, default 60,000. */
  readonly lease?: number | undefined;
  /** Told about what went wrong between worker and server; the worker goes on. */
  onError?(error: unknown): void;
}

/** What a timer of JavaScript can hold. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** Works on jobs of one type until `signal` is aborted. Lost connections are tried again with back-off. */
export async function runWorker(client: FlowrightClient, options: WorkerOptions): Promise<void> {
  const { concurrency = 8, lease = 60_000, signal } = options;
  const running = new Set<Promise<void>>();
  let failures = 0;
  while (!signal.aborted) {
    if (running.size >= concurrency) {
      await Promise.race(running);
      continue;
    }
    try {
      const jobs = await client.jobs.activate(
        { type: options.type, worker: options.worker, max: concurrency - running.size, lease, wait: 20_000 },
        { signal },
      );
      failures = 0;
      for (const job of jobs) {
        const work: Promise<void> = carryOut(client, options, job).finally(() => running.delete(work));
        running.add(work);
      }
    } catch (error) {
      if (signal.aborted) break;
      options.onError?.(error);
      await pause(Math.min(30_000, 500 * 2 ** failures++) * (0.5 + Math.random() / 2), signal);
    }
  }
  await Promise.all(running);
}

async function carryOut(client: FlowrightClient, options: WorkerOptions, job: ActivatedJob): Promise<void> {
  const ends = new AbortController();
  const left = Date.parse(job.leaseUntil) - Date.now();
  const timer = setTimeout(() => ends.abort(), Math.min(Math.max(0, left), LONGEST_TIMEOUT));
  const outcome = await options.handler(job, ends.signal).then(
    (result) => ({ result: result ?? {} }),
    (error: unknown) => (error instanceof JobFailure ? error : new JobFailure(messageOf(error))),
  );
  clearTimeout(timer);
  const { traceparent } = job;
  try {
    await report(() =>
      outcome instanceof JobFailure
        ? client.jobs.fail(
            job.id,
            {
              lease: job.lease,
              message: outcome.message,
              retry: outcome.retry,
              ...(outcome.code === undefined ? {} : { code: outcome.code }),
            },
            { traceparent },
          )
        : client.jobs.complete(job.id, { lease: job.lease, result: outcome.result }, { traceparent }),
    );
  } catch (error) {
    // The lease was lost, or the result was not acceptable: the server knows, and gives the job out again.
    options.onError?.(error);
  }
}

/** Done work is worth telling more than once: the server takes it once. */
async function report(send: () => Promise<null>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await send();
      return;
    } catch (error) {
      const worthAnotherTry = error instanceof ApiError && (error.status === 0 || error.status >= 500);
      if (!worthAnotherTry || attempt >= 5) throw error;
      await pause(200 * 2 ** attempt * (0.5 + Math.random() / 2));
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener("abort", done, { once: true });
  });
}
