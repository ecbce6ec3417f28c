import type { Runtime, RuntimeLog } from "@flowright/runtime";
import type { DatabaseServer } from "./database-server.ts";
import type { Owner } from "./scheduler.ts";

/** Opens the product on the model of the database. */
export type OpenRuntime = (name: string, log: RuntimeLog) => Promise<Runtime>;

/** One server of the product: a process that can die, stand still and come back as a new one. */
export class ServerNode {
  readonly name: string;
  process: Owner;
  runtime: Runtime | null = null;
  readonly #server: DatabaseServer;
  readonly #open: OpenRuntime;
  /** Told when the process dies. */
  readonly deaths = new Set<() => void>();
  /** Whether it has been asked to end, and answers what it has begun. */
  ending = false;
  /** Its processes that were asked to end. */
  readonly asked = new Set<string>();
  /** Whether it takes requests of clients. */
  listens = true;
  #count = 0;

  constructor(name: string, server: DatabaseServer, open: OpenRuntime) {
    this.name = name;
    this.#server = server;
    this.#open = open;
    this.process = this.#newProcess();
  }

  get alive(): boolean {
    return this.process.alive;
  }

  /** What its process is called among the servers. */
  get address(): string {
    return `${this.name}.${this.#count}`;
  }

  start(): void {
    if (this.#count > 1 && this.process.alive) return;
    if (!this.process.alive) this.process = this.#newProcess();
    this.ending = false;
    this.listens = true;
    const { process } = this;
    const { address } = this;
    this.#server.register(address, process);
    this.#server.note(this.name, "starts");
    this.#server.scheduler.after(0, process, () => {
      const warn = (what: object, text: string) =>
        this.#server.note(this.name, `${text}: ${JSON.stringify(what)}`);
      const log = { info: warn, warn, error: warn, debug: () => undefined } as unknown as RuntimeLog;
      this.#open(address, log).then(
        (runtime) => {
          if (this.process === process) this.runtime = runtime;
        },
        (error: unknown) => this.#server.note(this.name, `does not start: ${String(error)}`),
      );
    });
  }

  /**
   * Asked to end: takes nothing new, answers what it has begun, and leaves. What goes wrong meanwhile, goes wrong as
   * always: it may die while it ends.
   */
  async end(): Promise<void> {
    const { process, runtime } = this;
    if (this.ending || !process.alive || runtime === null) return;
    this.#server.note(this.name, "is asked to end");
    this.ending = true;
    this.asked.add(this.address);
    await runtime.drain();
    this.listens = false;
    while (this.deaths.size > 0) await this.#pause(process, 5);
    await runtime.close();
    if (this.process !== process) return;
    this.#server.note(this.name, "has ended");
    this.#stop();
  }

  /** Killed: nothing more of it runs, and what it had not sent is lost. */
  die(): void {
    if (!this.process.alive) return;
    this.#server.note(this.name, "dies");
    this.#stop();
  }

  #stop(): void {
    this.process.alive = false;
    this.ending = false;
    this.runtime = null;
    this.#server.forget(this.process);
    for (const told of this.deaths) told();
    this.deaths.clear();
  }

  /** Stands still and then goes on as if nothing had been. */
  pause(milliseconds: number): void {
    this.#server.note(this.name, `stands still for ${milliseconds.toFixed(0)} ms`);
    this.process.pausedUntil = this.#server.scheduler.now + milliseconds;
  }

  #pause(process: Owner, milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.#server.scheduler.after(milliseconds, process, resolve);
    });
  }

  #newProcess(): Owner {
    this.#count++;
    const { random } = this.#server;
    const skew = random.happens(0.3) ? random.between(-600_000, 600_000) : 0;
    return { name: this.name, alive: true, pausedUntil: 0, skew };
  }
}
