import { Database } from "../store/database.ts";
import { SqlError } from "../store/sql-error.ts";
import type { Table } from "../store/table.ts";
import { EPOCH } from "./epoch.ts";
import type { Faults } from "./faults.ts";
import { type Limits, Link, type LinkServer } from "./link.ts";
import type { Random } from "./random.ts";
import type { Owner, Scheduler } from "./scheduler.ts";
import type { Trace } from "./trace.ts";

/** The model of the database as a server that processes connect to. */
export class DatabaseServer implements LinkServer {
  readonly database: Database;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly faults: Faults;
  readonly trace: Trace;
  /** The server itself; it is never paused. */
  readonly owner: Owner = { name: "database", alive: true, pausedUntil: 0, skew: 0 };
  readonly #links = new Set<Link>();
  readonly #owners = new Map<string, Owner>();
  /** Until when a process does not reach the server. */
  readonly #cutOff = new Map<Owner, number>();
  #downUntil = 0;
  #count = 0;
  /** An error of the model itself, which ends the world. */
  failure: Error | null = null;

  constructor(
    tables: ReadonlyMap<string, Table>,
    parts: {
      readonly scheduler: Scheduler;
      readonly random: Random;
      readonly faults: Faults;
      readonly trace: Trace;
    },
  ) {
    this.scheduler = parts.scheduler;
    this.random = parts.random;
    this.faults = parts.faults;
    this.trace = parts.trace;
    this.database = new Database(tables, {
      clock: () => this.clock(),
      random: () => this.random.next(),
      anyOrder: true,
      started: EPOCH - 3_600_000,
    });
    this.database.onEnd = (transaction) => {
      for (const link of this.#links) if (link.waitsFor === transaction) link.goOn();
    };
  }

  /** Milliseconds since 1970 by the database's clock, to the microsecond. */
  clock(): number {
    return Math.round((EPOCH + this.scheduler.now) * 1_000) / 1_000;
  }

  register(name: string, owner: Owner): void {
    this.#owners.set(name, owner);
  }

  after(milliseconds: number, run: () => void): void {
    this.scheduler.after(milliseconds, this.owner, run);
  }

  /** Milliseconds that a packet takes one way. */
  latency(owner: Owner): number {
    const cut = (this.#cutOff.get(owner) ?? 0) - this.scheduler.now;
    const usual = this.random.between(0.05, 0.4);
    return Math.max(cut, 0) + (this.random.happens(this.faults.slowPacket) ? usual * 200 : usual);
  }

  async connect(name: string, limits: Limits): Promise<Link> {
    const owner = this.#owners.get(name);
    if (owner === undefined) throw new Error(`Nobody connects as ${name}`);
    const cut = (this.#cutOff.get(owner) ?? 0) - this.scheduler.now;
    if (cut > limits.connect) {
      await this.#pause(owner, limits.connect);
      throw new Error("timeout exceeded when trying to connect");
    }
    await this.#pause(owner, this.random.between(0.2, 1) + Math.max(0, cut));
    if (this.#downUntil > this.scheduler.now)
      throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    const link = new Link(this, owner, `${owner.name}#${++this.#count}`, limits);
    this.#links.add(link);
    return link;
  }

  closed(link: Link): void {
    this.#links.delete(link);
  }

  /** The process is gone; the server notices at once, after what it was sent, or when its patience ends. */
  forget(owner: Owner): void {
    for (const link of [...this.#links]) {
      if (link.owner !== owner) continue;
      link.abandon(this.random.pick(["at once", "after the rest", "idle"]));
    }
  }

  cutOff(owner: Owner, milliseconds: number): void {
    this.#cutOff.set(owner, this.scheduler.now + milliseconds);
  }

  /** Everything under way is lost and nobody connects for a while. */
  restart(milliseconds: number): void {
    this.#downUntil = this.scheduler.now + milliseconds;
    this.database.around.started = EPOCH + this.#downUntil;
    for (const link of [...this.#links])
      link.end(new SqlError("57P01", "terminating connection due to administrator command"));
  }

  /** Ends one session, as an administrator may. */
  killOne(): void {
    const all = [...this.#links];
    if (all.length === 0) return;
    this.random.pick(all).end(new SqlError("57P01", "terminating connection due to administrator command"));
  }

  heal(): void {
    this.#cutOff.clear();
  }

  /** Whether the one that this waits for waits, in the end, for this. */
  isDeadlock(link: Link): boolean {
    const own = link.session.transaction;
    const seen = new Set<unknown>();
    for (let on = link.waitsFor; on !== null; ) {
      if (on === own) return true;
      if (seen.has(on)) return false;
      seen.add(on);
      const holder = [...this.#links].find((other) => other.session.transaction === on);
      on = holder?.waitsFor ?? null;
    }
    return false;
  }

  note(who: string, what: string): void {
    this.trace.add(this.scheduler.now, who, what);
  }

  /** The model does not know what to do: nothing that follows would mean anything. */
  broken(error: unknown, text: string): never {
    this.failure ??= new Error(`The model failed at: ${text}`, { cause: error });
    throw error;
  }

  #pause(owner: Owner, milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.scheduler.after(milliseconds, owner, resolve);
    });
  }
}
