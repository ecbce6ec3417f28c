import type { Random } from "./random.ts";
import { realImmediate } from "./real-clock.ts";

/** Whose work an event is: a process that may be dead or paused, with a clock of its own. */
export interface Owner {
  readonly name: string;
  alive: boolean;
  /** Virtual milliseconds until which it does nothing. */
  pausedUntil: number;
  /** Milliseconds by which its clock is wrong. */
  skew: number;
}

interface Planned {
  readonly at: number;
  readonly order: number;
  readonly owner: Owner;
  readonly run: () => void;
  off: boolean;
}

/**
 * The only clock of a world. Everything that happens later is an event in its queue; events of the same moment come in
 * any order. After each event all promises that it settled are followed to their ends, so that a process never runs
 * beside another.
 */
export class Scheduler {
  /** Virtual milliseconds since the beginning. */
  now = 0;
  owner: Owner;
  events = 0;
  readonly #random: Random;
  readonly #queue: Planned[] = [];

  constructor(random: Random, owner: Owner) {
    this.#random = random;
    this.owner = owner;
  }

  /** Plans work of an owner so many milliseconds from now. */
  after(milliseconds: number, owner: Owner, run: () => void): { cancel(): void } {
    const planned: Planned = {
      at: this.now + Math.max(0, milliseconds),
      order: this.#random.next(),
      owner,
      run,
      off: false,
    };
    push(this.#queue, planned);
    return {
      cancel: () => {
        planned.off = true;
      },
    };
  }

  /** Carries events out until `done` says so, nothing is left, or the time is over. */
  async run(until: number, done: () => boolean): Promise<void> {
    while (!done()) {
      const next = pop(this.#queue);
      if (next === undefined) return;
      if (next.off || !next.owner.alive) continue;
      if (next.at > until) {
        push(this.#queue, next);
        this.now = until;
        return;
      }
      this.now = Math.max(this.now, next.at);
      if (next.owner.pausedUntil > this.now) {
        push(this.#queue, { ...next, at: next.owner.pausedUntil });
        continue;
      }
      this.owner = next.owner;
      this.events++;
      next.run();
      await new Promise<void>((resolve) => realImmediate(resolve));
    }
  }
}

function isBefore(a: Planned, b: Planned): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(queue: Planned[], planned: Planned): void {
  let index = queue.length;
  queue.push(planned);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const other = queue[parent] as Planned;
    if (!isBefore(planned, other)) break;
    queue[index] = other;
    index = parent;
  }
  queue[index] = planned;
}

function pop(queue: Planned[]): Planned | undefined {
  const first = queue[0];
  const last = queue.pop();
  if (last === undefined || queue.length === 0) return first;
  let index = 0;
  for (;;) {
    let child = index * 2 + 1;
    if (child >= queue.length) break;
    if (child + 1 < queue.length && isBefore(queue[child + 1] as Planned, queue[child] as Planned)) child++;
    if (!isBefore(queue[child] as Planned, last)) break;
    queue[index] = queue[child] as Planned;
    index = child;
  }
  queue[index] = last;
  return first;
}
