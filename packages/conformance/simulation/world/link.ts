import type { Database } from "../store/database.ts";
import { type Answer, Session } from "../store/session.ts";
import { LockWait, SqlError } from "../store/sql-error.ts";
import type { Holder } from "../store/table.ts";
import type { Faults } from "./faults.ts";
import type { Random } from "./random.ts";
import type { Owner, Scheduler } from "./scheduler.ts";

/** Milliseconds after which the server or the driver loses patience. */
export interface Limits {
  readonly connect: number;
  readonly lock: number;
  /** Without any answer the driver takes the connection for dead. */
  readonly heard: number;
  /** Between two statements of a transaction. */
  readonly idle: number;
}

/** What a connection needs of the server that it leads to. */
export interface LinkServer {
  readonly database: Database;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly faults: Faults;
  /** Plans work of the server. */
  after(milliseconds: number, run: () => void): void;
  /** Milliseconds that a packet takes one way. */
  latency(owner: Owner): number;
  closed(link: Link): void;
  isDeadlock(link: Link): boolean;
  note(who: string, what: string): void;
  broken(error: unknown, text: string): never;
}

interface Request {
  readonly text: string;
  readonly parameters: readonly unknown[];
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: Error) => void;
}

/** What becomes of a session whose program went: it ends at once, after what it was sent, or when it was idle too long. */
export type Farewell = "at once" | "after the rest" | "idle";

/** Milliseconds after which a waiting statement looks whether everybody waits for everybody. */
const DEADLOCK = 1_000;

/**
 * One connection between a process and the model of the database: requests travel one way, answers the other, both in
 * their order and each way taking its time. Either side may lose the other at any moment.
 */
export class Link {
  /** Whether the process may still use it. */
  usable = true;
  readonly session: Session;
  readonly owner: Owner;
  readonly name: string;
  /** The transaction that a statement of this one waits for. */
  waitsFor: Holder | null = null;
  readonly #server: LinkServer;
  readonly #limits: Limits;
  /** Sent and not answered, as the process knows. */
  readonly #pending: Request[] = [];
  readonly #outbox: Request[] = [];
  #travelling = false;
  readonly #inbox: Request[] = [];
  #answers: (() => void)[] = [];
  #returning = false;
  #planned = false;
  #step = 0;
  #heard = 0;
  #watching = false;
  #ended = false;
  #farewell: Farewell | null = null;

  constructor(server: LinkServer, owner: Owner, name: string, limits: Limits) {
    this.#server = server;
    this.owner = owner;
    this.name = name;
    this.#limits = limits;
    this.session = new Session(server.database);
  }

  /** Sends a statement; several may be under way. */
  send(text: string, parameters: readonly unknown[]): Promise<Answer> {
    if (!this.usable)
      return Promise.reject(new Error("Client has encountered a connection error and is not queryable"));
    return new Promise((answer, fail) => {
      const request = { text, parameters, answer, fail };
      this.#pending.push(request);
      this.#outbox.push(request);
      this.#travel();
      this.#watch();
    });
  }

  /** The process gives it back for good: the server ends the session after what it was sent. */
  close(): void {
    if (!this.usable) return;
    this.usable = false;
    this.#pending.length = 0;
    this.#travel();
    this.#farewell ??= "after the rest";
    this.#server.after(1, () => this.#process());
  }

  /** The process loses the connection: everything under way fails there. */
  lose(error: Error, farewell: Farewell): void {
    if (!this.usable) return;
    this.usable = false;
    this.#farewell ??= farewell;
    const failed = this.#pending.splice(0);
    this.#server.scheduler.after(0, this.owner, () => {
      for (const request of failed) request.fail(error);
    });
    this.#server.after(0.1, () => this.#process());
  }

  /** The server ends the session. */
  end(error: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.waitsFor = null;
    this.#inbox.length = 0;
    this.session.end();
    this.#server.closed(this);
    this.lose(error, "at once");
  }

  /** The process died; what it had sent may still arrive. */
  abandon(farewell: Farewell): void {
    this.usable = false;
    this.#farewell ??= farewell;
    this.#pending.length = 0;
    if (!this.#server.random.happens(0.5)) this.#outbox.length = 0;
    this.#server.after(0.2, () => this.#process());
  }

  /** The transaction that was waited for has ended. */
  goOn(): void {
    this.waitsFor = null;
    this.#plan(this.#server.random.between(0, 0.05));
  }

  #travel(): void {
    if (this.#travelling) return;
    this.#travelling = true;
    this.#server.after(this.#server.latency(this.owner), () => {
      this.#travelling = false;
      this.#inbox.push(...this.#outbox.splice(0));
      this.#process();
    });
  }

  #plan(milliseconds: number): void {
    if (this.#planned) return;
    this.#planned = true;
    this.#server.after(milliseconds, () => {
      this.#planned = false;
      this.#process();
    });
  }

  /** Carries out what has come, as long as nothing is in the way. */
  #process(): void {
    if (this.#ended || this.waitsFor !== null || this.#planned) return;
    if (this.#farewell === "at once") {
      this.end(new Error("Connection terminated unexpectedly"));
      return;
    }
    const { faults, random } = this.#server;
    for (let request = this.#inbox[0]; request !== undefined; request = this.#inbox[0]) {
      this.#step++;
      const commit = request.text === "commit" && this.session.transaction !== null;
      if (this.usable && random.happens(commit ? faults.beforeCommit : faults.lostLink)) {
        this.#server.note(this.name, `is lost before: ${request.text}`);
        // What was sent is carried out later, though nobody hears of it, or never.
        const late = random.happens(0.5);
        this.lose(lostError(random.whole(3)), late ? "after the rest" : "at once");
        if (late) this.#plan(random.between(1, faults.lateCommit));
        else this.end(lostError(0));
        return;
      }
      if (!this.#carryOut(request)) return;
      this.#inbox.shift();
      if (this.usable && commit && random.happens(faults.afterCommit)) {
        this.#server.note(this.name, "is lost after the commit");
        this.lose(lostError(random.whole(3)), "after the rest");
      }
      if (this.#inbox.length > 0 && random.happens(faults.interleaving)) {
        this.#plan(random.between(0, 1));
        return;
      }
    }
    if (this.#farewell === "after the rest" && this.#outbox.length === 0) {
      this.end(new Error("Connection terminated unexpectedly"));
      return;
    }
    if (this.session.transaction !== null) this.#watchIdle();
  }

  /** False where the statement has to wait. */
  #carryOut(request: Request): boolean {
    try {
      const answer = this.session.execute(request.text, request.parameters);
      this.#server.note(this.name, `${labelOf(request.text)} ${answer.rowCount}`);
      this.#reply(() => request.answer(answer));
      return true;
    } catch (error) {
      if (error instanceof LockWait) {
        this.#waitFor(error.on);
        return false;
      }
      if (!(error instanceof SqlError)) this.#server.broken(error, request.text);
      const told = error as SqlError;
      this.#server.note(this.name, `fails: ${told.code}`);
      this.#reply(() => request.fail(told));
      return true;
    }
  }

  #waitFor(on: Holder): void {
    this.waitsFor = on;
    const step = this.#step;
    const waits = () => !this.#ended && this.waitsFor !== null && this.#step === step;
    this.#server.note(this.name, "waits for a lock");
    this.#server.after(DEADLOCK, () => {
      if (waits() && this.#server.isDeadlock(this)) this.#giveUp(new SqlError("40P01", "deadlock detected"));
    });
    this.#server.after(this.#limits.lock, () => {
      if (waits()) this.#giveUp(new SqlError("55P03", "canceling statement due to lock timeout"));
    });
  }

  #giveUp(error: SqlError): void {
    const request = this.#inbox.shift();
    this.waitsFor = null;
    this.session.fail();
    this.#server.note(this.name, `fails: ${error.code}`);
    if (request) this.#reply(() => request.fail(error));
    this.#process();
  }

  #reply(answer: () => void): void {
    if (!this.usable) return;
    this.#answers.push(() => {
      this.#pending.shift();
      this.#heard = this.#server.scheduler.now;
      answer();
    });
    if (this.#returning) return;
    this.#returning = true;
    this.#server.scheduler.after(this.#server.latency(this.owner), this.owner, () => {
      this.#returning = false;
      if (!this.usable) return;
      for (const one of this.#answers.splice(0)) one();
    });
  }

  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    this.#heard = this.#server.scheduler.now;
    const look = () => {
      const { now } = this.#server.scheduler;
      this.#watching = false;
      if (!this.usable || this.#pending.length === 0) return;
      const left = this.#heard + this.#limits.heard - now;
      if (left <= 0) {
        this.lose(new Error("Connection terminated due to query timeout"), "after the rest");
        return;
      }
      this.#watching = true;
      this.#server.scheduler.after(left, this.owner, look);
    };
    this.#server.scheduler.after(this.#limits.heard, this.owner, look);
  }

  #watchIdle(): void {
    const step = this.#step;
    this.#server.after(this.#limits.idle, () => {
      if (this.#ended || this.#step !== step || this.session.transaction === null) return;
      this.#server.note(this.name, "was idle in its transaction for too long");
      const error = new SqlError("25P03", "terminating connection due to idle-in-transaction timeout");
      this.end(error);
    });
  }
}

const labels = new Map<string, string>();

/** A statement in a few words: what it does, and to which table. */
function labelOf(text: string): string {
  const known = labels.get(text);
  if (known !== undefined) return known;
  const words = /\b(insert into|update|delete from|from)\s+(\w+)/i.exec(text);
  const first = text.trimStart().split(/\s/, 1)[0] ?? "";
  const label = words === null ? text.trim().slice(0, 24) : `${first} ${words[0]}`;
  labels.set(text, label);
  return label;
}

function lostError(which: number): Error {
  if (which === 0) return new Error("Connection terminated unexpectedly");
  if (which === 1) return Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return new SqlError("57P01", "terminating connection due to administrator command");
}
