/** Where the looks into a queue begin that is read in the order of a time. */
export interface QueueHead {
  /**
   * Looks. The work is told from which time on (an ISO instant), and gives what it found with the latest time of
   * that, null where it found nothing.
   */
  look<Found>(work: (from: string) => Promise<{ found: Found; latest: Date | null }>): Promise<Found>;
  /** Something may be before the head: the next look is at all of it. */
  rewind(): void;
}

/** Before everything. */
const FIRST = "0001-01-01T00:00:00.000Z";
/** Milliseconds that a look at the whole queue takes as a rule, at most. */
const QUICK = 5;
/** Milliseconds after which the whole queue is looked at again, however long that takes. */
const WHOLE = 1_000;
/** Milliseconds for which a transaction may be under way that puts something into the queue: it shows up behind. */
const BEFORE = 5_000;

/**
 * What was done and removed stays before the head of the queue until PostgreSQL may clear it away, and while somebody
 * keeps a transaction open for minutes it may not: each look would walk over all of it. So where a look at the whole
 * queue turned out to be slow, the ones after it begin shortly before what was found last, and the whole is looked at
 * once a second, for what was put back at its old time.
 */
export function queueHead(): QueueHead {
  let head: Date | null = null;
  let slow = false;
  let wholeAt = Number.NEGATIVE_INFINITY;
  return {
    look: async (work) => {
      const began = performance.now();
      const whole = head === null || !slow || began - wholeAt >= WHOLE;
      const { found, latest } = await work((whole ? null : head)?.toISOString() ?? FIRST);
      if (whole) {
        wholeAt = performance.now();
        slow = wholeAt - began > QUICK;
      }
      if (latest !== null) head = new Date(latest.getTime() - BEFORE);
      return found;
    },
    rewind: () => {
      head = null;
    },
  };
}
