import { type HttpRefusal, refuseHttp } from "../problem/http-problems.ts";
import { Refused } from "../problem/refused.ts";

/** Requests that are worked on at a time while several workspaces ask: more only makes each of them slower. */
const PLACES = 8;
/** Requests of one workspace that wait for a place; whoever comes after them is told to come back. */
const LONGEST = 256;
/** Milliseconds for which a workspace counts as asking after its last request. */
const ASKING = 5_000;

interface Asking {
  running: number;
  last: number;
  readonly waiting: (() => void)[];
}

/** Who may be worked on now, so that the flood of one workspace is felt by that one alone. */
export interface FairShare {
  /**
   * Resolves when the request may be worked on, with what is to be called once it is answered; at once where there is
   * room, or where no other workspace asks. Throws 503 with the time to come back where too many wait already.
   */
  enter(workspace: string): Promise<() => void>;
}

/**
 * Max-min fair sharing of places: while all are taken, a workspace that has its equal part waits in a row of its own
 * and the others pass. Alone, a workspace may have everything.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function createFairShare(now: () => number = () => performance.now()): FairShare {
  const asking = new Map<string, Asking>();
  let running = 0;
  let waiting = 0;

  function of(workspace: string, at: number): Asking {
    let one = asking.get(workspace);
    if (!one) {
      for (const [name, other] of asking)
        if (other.running === 0 && at - other.last > ASKING) asking.delete(name);
      one = { running: 0, last: at, waiting: [] };
      asking.set(workspace, one);
    }
    one.last = at;
    return one;
  }

  function mayBegin(one: Asking, at: number): boolean {
    if (running < PLACES) return true;
    let others = 0;
    for (const other of asking.values()) if (other.running > 0 || at - other.last <= ASKING) others++;
    return others <= 1 || one.running < Math.max(1, Math.floor(PLACES / others));
  }

  function begin(one: Asking): void {
    one.running++;
    running++;
  }

  function leave(one: Asking): void {
    one.running--;
    running--;
    if (waiting === 0) return;
    // Its own next one first, else whoever has the least.
    for (const next of [one, ...[...asking.values()].sort((a, b) => a.running - b.running)]) {
      while (next.waiting.length > 0 && mayBegin(next, now())) {
        begin(next);
        waiting--;
        next.waiting.shift()?.();
      }
    }
  }

  return {
    enter: async (workspace) => {
      const at = now();
      const one = of(workspace, at);
      if (one.waiting.length === 0 && mayBegin(one, at)) begin(one);
      else if (one.waiting.length >= LONGEST) throw new Refused(full());
      else {
        waiting++;
        await new Promise<void>((resolve) => one.waiting.push(resolve));
      }
      let left = false;
      return () => {
        if (!left) leave(one);
        left = true;
      };
    },
  };
}

function full(): HttpRefusal {
  return refuseHttp("request.share-full", {}, { retryAfter: 1 }).refusal;
}
