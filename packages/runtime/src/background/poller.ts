/** Work done again and again: at once when woken, else after the pause that the work itself names. */
export interface Poller {
  /** Look now, or in so many milliseconds if that is sooner than planned. */
  wake(within?: number): void;
  /** No more rounds; waits for the one under way. */
  stop(): Promise<void>;
}

/**
 * One round at a time. A round gives the milliseconds to the next one; a round that throws is reported and
 * tried again after a growing pause, so a database that comes back is found again.
 */
export function createPoller(round: () => Promise<number>, failed: (error: unknown) => void): Poller {
  let timer: NodeJS.Timeout | null = null;
  let at = Number.POSITIVE_INFINITY;
  let current: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let failures = 0;

  function plan(milliseconds: number): void {
    const next = performance.now() + milliseconds;
    if (stopped || next >= at) return;
    if (timer) clearTimeout(timer);
    at = next;
    timer = setTimeout(run, milliseconds);
    timer.unref();
  }

  function run(): void {
    timer = null;
    at = Number.POSITIVE_INFINITY;
    if (stopped) return;
    if (current) {
      again = true;
      return;
    }
    current = once().then((pause) => {
      current = null;
      plan(again ? 0 : pause);
      again = false;
    });
  }

  async function once(): Promise<number> {
    try {
      const pause = await round();
      failures = 0;
      return pause;
    } catch (error) {
      failures++;
      if (!stopped) failed(error);
      return Math.min(5_000, 100 * 2 ** failures);
    }
  }

  plan(0);
  return {
    wake: (within = 0) => {
      if (current && within === 0) again = true;
      else plan(within);
    },
    stop: async () => {
      stopped = true;
      if (timer) clearTimeout(timer);
      await current;
    },
  };
}
