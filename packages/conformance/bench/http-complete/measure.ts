import { setTimeout as sleep } from "node:timers/promises";
import type { Caller } from "./open-caller.ts";

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

/** Seven requests of a case: its start and six completions. */
const REQUESTS_OF_CASE = 7;

/** Closed loop: so many callers, each carrying one case after the other and waiting for each answer. */
export async function measureClosed(caller: Caller, callers: number, seconds: number): Promise<Measured> {
  const until = performance.now() + seconds * 1_000;
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) {
        let task: string | null = await caller.start();
        while (task !== null && performance.now() < until) {
          const sent = performance.now();
          task = await caller.complete(task);
          times.push(performance.now() - sent);
        }
      }
    }),
  );
  return measured(times, performance.now() - began);
}

/**
 * Open loop: requests come at their times, whether or not those before were answered, and a completion's time counts
 * from the moment when it was to be sent. So a server that stands still is not spared.
 */
export async function measureOpen(
  caller: Caller,
  completionsPerSecond: number,
  seconds: number,
): Promise<Measured> {
  const pause = 1_000 / ((completionsPerSecond * REQUESTS_OF_CASE) / (REQUESTS_OF_CASE - 1));
  // Enough open tasks that a completion never has to wait for its case to begin.
  const ready = await Promise.all(Array.from({ length: 300 }, () => caller.start()));
  const times: number[] = [];
  const underWay = new Set<Promise<void>>();
  const began = performance.now();
  const until = began + seconds * 1_000;
  let next = began;
  for (let count = 0; next < until; count++, next += pause) {
    while (performance.now() < next) await sleep(1);
    const work = request(count, next).finally(() => underWay.delete(work));
    underWay.add(work);
  }
  await Promise.all(underWay);
  return measured(times, performance.now() - began);

  async function request(count: number, planned: number): Promise<void> {
    const task = count % REQUESTS_OF_CASE === 0 ? undefined : ready.shift();
    if (task === undefined) {
      ready.push(await caller.start());
      return;
    }
    const following = await caller.complete(task);
    times.push(performance.now() - planned);
    if (following !== null) ready.push(following);
  }
}

function measured(times: number[], milliseconds: number): Measured {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return {
    perSecond: (times.length * 1_000) / milliseconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    longest: times.at(-1) ?? 0,
  };
}
