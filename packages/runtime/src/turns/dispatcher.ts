import { setTimeout as sleep } from "node:timers/promises";
import type { Result } from "../contract/result.ts";
import { isConnectionLoss } from "../database/database-away.ts";
import { commitOutcome } from "../database/pool/commit-outcome.ts";
import { sqlStateOf } from "../database/retry-transaction.ts";
import { numberPrefixOf } from "./number-prefix.ts";
import {
  type BatchContext,
  type BatchOutcome,
  type BatchTrace,
  type Committed,
  runBatch,
} from "./run-batch.ts";
import { refuseTurn } from "./turn-problems.ts";
import type { TurnRequest } from "./turn-request.ts";

/** Carries out commands, many per transaction. */
export interface Turns {
  /** Answered after the commit. Never rejects: what fails for good is a refusal. */
  submit<Answer>(request: TurnRequest<Answer>): Promise<Result<Answer>>;
  /** Told after each commit. */
  onCommit(listener: (committed: Committed) => void): void;
  /** Told after each batch, for measuring. */
  onBatch(listener: (batch: DoneBatch) => void): void;
  /** Commands that wait for their batch, and the milliseconds that the first of them has waited. */
  waiting(): { readonly depth: number; readonly oldest: number };
  /** Takes no more commands and waits for those under way. */
  close(): Promise<void>;
}

/** A batch that was carried out. Times in milliseconds. */
export interface DoneBatch {
  /** Commands in it. */
  readonly size: number;
  readonly refused: number;
  /** What its first command waited before it began. */
  readonly waited: number;
  readonly took: number;
  /** Writing and committing alone; null where nothing was written. */
  readonly wrote: number | null;
}

interface Waiting {
  /** What no two batches may be about at a time. */
  readonly names: readonly string[];
  /** `performance.now()` when it came. */
  readonly since: number;
  readonly request: TurnRequest;
  readonly answer: (result: Result<unknown>) => void;
}

/** Commands of one batch at most; larger ones gain nothing and hold their locks longer. */
const BATCH = 128;
/** A batch of this size need not wait for more. */
const ENOUGH = 48;
/**
 * Milliseconds that a small batch waits for company while others are under way: longer than those last as a rule, so
 * that few callers share one batch after the other instead of being spread over several; one that is held up by a
 * lock keeps nobody for longer.
 */
const COMPANY = 20;
const QUEUE = 20_000;
/** Milliseconds that a command waits for a database that is away. */
const PATIENCE = 10_000;

/**
 * Group commit: while a batch is under way, commands collect for the next one. An idle dispatcher starts at
 * once. Commands of one instance, or with one idempotency key, are never in two batches at a time and keep
 * their order; nor are starts of cases that one counter numbers.
 */
export function createDispatcher(context: BatchContext & { readonly inFlight: number }): Turns {
  let queue: Waiting[] = [];
  const busy = new Set<string>();
  const listeners: ((committed: Committed) => void)[] = [];
  const measuring: ((batch: DoneBatch) => void)[] = [];
  let running = 0;
  let planned: NodeJS.Timeout | undefined;
  let atOnce = false;
  let closing = false;
  let drained: (() => void) | null = null;

  /** Whoever waits for company waits no longer than until it is there, or until nothing is under way any more. */
  function schedule(): void {
    if (atOnce || queue.length === 0 || running >= context.inFlight) return;
    atOnce = running === 0 || queue.length >= ENOUGH;
    if (atOnce) {
      clearTimeout(planned);
      planned = undefined;
      setImmediate(start);
    } else planned ??= setTimeout(start, COMPANY);
  }

  function start(): void {
    planned = undefined;
    atOnce = false;
    startBatch();
  }

  function startBatch(): void {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    const blocked = new Set<string>();
    const keys = new Set<string>();
    for (const [index, waiting] of queue.entries()) {
      if (taken.length >= BATCH) {
        left.push(...queue.slice(index));
        break;
      }
      const { names } = waiting;
      const free = names.every((name) => !busy.has(name) && !blocked.has(name));
      // Two commands of one instance may share a batch; two of one idempotency key may not.
      const once = names.find((name) => name.startsWith("once "));
      if (free && (once === undefined || !keys.has(once))) {
        taken.push(waiting);
        if (once !== undefined) keys.add(once);
      } else {
        left.push(waiting);
        for (const name of names) blocked.add(name);
      }
    }
    if (taken.length === 0) return;
    queue = left;
    const held = new Set(taken.flatMap(({ names }) => names));
    for (const name of held) busy.add(name);
    running++;
    const told = {
      committed: (committed: Committed) => {
        for (const listener of listeners) listener(committed);
      },
      done: (batch: DoneBatch) => {
        for (const listener of measuring) listener(batch);
      },
    };
    void carryOut(context, taken, told).finally(() => {
      running--;
      for (const name of held) busy.delete(name);
      if (running === 0 && queue.length === 0) drained?.();
      schedule();
    });
    schedule();
  }

  return {
    submit: (request) => {
      if (closing) return Promise.resolve(refuseTurn("turn.closing", {}, { retryAfter: 2 }));
      if (queue.length >= QUEUE) return Promise.resolve(refuseTurn("turn.overload", {}, { retryAfter: 1 }));
      return new Promise((resolve) => {
        queue.push({
          since: performance.now(),
          request,
          names: namesOf(request),
          answer: resolve as Waiting["answer"],
        });
        schedule();
      });
    },
    onCommit: (listener) => {
      listeners.push(listener);
    },
    onBatch: (listener) => {
      measuring.push(listener);
    },
    waiting: () => ({
      depth: queue.length,
      oldest: queue[0] === undefined ? 0 : performance.now() - queue[0].since,
    }),
    close: async () => {
      closing = true;
      if (running === 0 && queue.length === 0) return;
      await new Promise<void>((resolve) => {
        drained = resolve;
      });
    },
  };
}

function namesOf(request: TurnRequest): string[] {
  const names: string[] = [];
  const { target } = request;
  if (target.kind === "instance") names.push(target.id);
  // The counter that numbers new cases stays locked until their batch commits. Another batch with such a case would
  // wait for that, and with it all the commands that only came along.
  else names.push(`number ${request.tenant}\n${numberPrefixOf(target.definitionId)}`);
  if (request.delivery !== undefined) names.push(request.delivery);
  if (request.once) names.push(`once ${request.tenant}\n${request.once.user}\n${request.once.key}`);
  return names;
}

async function carryOut(
  context: BatchContext,
  batch: readonly Waiting[],
  told: { committed(committed: Committed): void; done(batch: DoneBatch): void },
): Promise<void> {
  const began = performance.now();
  const measure = ({ results, wrote }: BatchOutcome) =>
    told.done({
      size: results.length,
      refused: results.filter(({ ok }) => !ok).length,
      waited: began - (batch[0]?.since ?? began),
      took: performance.now() - began,
      wrote: wrote ?? null,
    });
  const outcome = await attempt(
    context,
    batch.map(({ request }) => request),
  );
  if (outcome !== "singly") {
    measure(outcome);
    if (outcome.committed) told.committed(outcome.committed);
    for (const [index, { answer }] of batch.entries()) {
      answer(outcome.results[index] ?? refuseTurn("turn.failed", {}, { retryAfter: 5 }));
    }
    return;
  }
  // One command of the batch is at fault: alone it harms nobody else.
  for (const { request, answer } of batch) {
    const alone = await attempt(context, [request]);
    if (alone === "singly") {
      answer(refuseTurn("turn.failed", {}, { retryAfter: 5 }));
      continue;
    }
    measure(alone);
    if (alone.committed) told.committed(alone.committed);
    answer(alone.results[0] ?? refuseTurn("turn.failed", {}, { retryAfter: 5 }));
  }
}

/** Runs a batch until it is decided: again where the database asks for it or is away, up to a limit. */
async function attempt(
  context: BatchContext,
  requests: readonly TurnRequest[],
): Promise<BatchOutcome | "singly"> {
  const until = performance.now() + PATIENCE;
  const refuseAll = (result: Result<never>) => ({ results: requests.map(() => result), committed: null });
  for (let tries = 1; ; tries++) {
    const trace: BatchTrace = { transaction: null, commit: { sent: false }, outcome: null };
    try {
      return await onConnection(context, (client) => runBatch(context, client, requests, trace));
    } catch (error) {
      const judged = judge(error);
      const unheard = judged === "away" || sqlStateOf(error) === null;
      if (unheard && trace.commit.sent && trace.transaction !== null && trace.outcome) {
        // The connection went while the commit was under way: ask whether it took place.
        const committed = await commitOutcome(context.database.turns, trace.transaction);
        if (committed === true) return trace.outcome;
        if (committed === null) return refuseAll(refuseTurn("turn.outcome-unknown", {}, { retryAfter: 5 }));
      }
      if (judged === "fault") {
        if (requests.length > 1) return "singly";
        return refuseAll(refusalOf(error, requests[0], context));
      }
      if (performance.now() > until) {
        context.log?.warn({ error: String(error), tries }, "turns given up: the database is away");
        return refuseAll(refuseTurn("turn.failed", {}, { retryAfter: 5 }));
      }
      await sleep(Math.random() * Math.min(1_000, 20 * 2 ** tries));
    }
  }
}

async function onConnection<T>(
  context: BatchContext,
  work: (client: import("pg").PoolClient) => Promise<T>,
): Promise<T> {
  const client = await context.database.turns.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    // Whatever state it is in, it is not used again.
    client.release(true);
    throw error;
  }
}

/** Again: another transaction was in the way. Away: no database. Fault: this very batch does not work. */
function judge(error: unknown): "again" | "away" | "fault" {
  const state = sqlStateOf(error);
  // Another process answers the same idempotency key: the next try finds its answer.
  if (state === "23505" && constraintOf(error) === "idempotency_pkey") return "again";
  if (state === "40001" || state === "40P01" || state === "55P03") return "again";
  return isConnectionLoss(error) ? "away" : "fault";
}

function constraintOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "constraint" in error ? error.constraint : null;
}

function refusalOf(error: unknown, request: TurnRequest | undefined, context: BatchContext): Result<never> {
  const state = sqlStateOf(error);
  const target = request?.target;
  if (state === "23505" && target?.kind === "start" && target.message?.key) {
    return refuseTurn("message.key-busy", { key: target.message.key });
  }
  if (state?.startsWith("22") && state !== "22012") return refuseTurn("turn.data-refused", { state });
  context.log?.error({ error: error instanceof Error ? error.stack : String(error) }, "a turn failed");
  return refuseTurn("turn.failed", {}, { retryAfter: 5 });
}
