import type { Runtime } from "@flowright/runtime";
import type { Faults } from "./faults.ts";
import type { ServerNode } from "./node.ts";
import type { Random } from "./random.ts";
import type { Owner, Scheduler } from "./scheduler.ts";

/** The client does not know whether its request was carried out. */
export class AnswerLost extends Error {}

/** How many requests of one command there are; a client that insists makes several. */
export interface Copies {
  sent: number;
  /** Those whose server may still carry them out: it has neither answered nor died. The client cannot see that. */
  underWay: number;
}

/** Milliseconds that a client waits for an answer. */
const PATIENCE = 15_000;

/** Between the clients and the servers: requests and answers take their time and may be lost. */
export class Network {
  /** Whose work the clients' is: they are outside and never die. */
  readonly clients: Owner = { name: "clients", alive: true, pausedUntil: 0, skew: 0 };
  readonly #scheduler: Scheduler;
  readonly #random: Random;
  readonly #faults: Faults;
  readonly nodes: readonly ServerNode[];

  constructor(parts: {
    readonly scheduler: Scheduler;
    readonly random: Random;
    readonly faults: Faults;
    readonly nodes: readonly ServerNode[];
  }) {
    this.#scheduler = parts.scheduler;
    this.#random = parts.random;
    this.#faults = parts.faults;
    this.nodes = parts.nodes;
  }

  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.#scheduler.after(milliseconds, this.clients, resolve);
    });
  }

  /** One request to any server. Throws `AnswerLost` where no answer comes. */
  request<Answer>(
    work: (runtime: Runtime) => Promise<Answer>,
    copies: Copies = { sent: 0, underWay: 0 },
  ): Promise<Answer> {
    const node = this.#random.pick(this.nodes);
    copies.sent++;
    return new Promise((resolve, reject) => {
      const lost = () => this.#scheduler.after(0.1, this.clients, () => reject(new AnswerLost()));
      const late = this.#scheduler.after(PATIENCE, this.clients, () => reject(new AnswerLost()));
      if (!node.alive || !node.listens) {
        lost();
        return;
      }
      copies.underWay++;
      const died = () => {
        copies.underWay--;
        lost();
      };
      node.deaths.add(died);
      const process = node.process;
      const answered = (answer: () => void) => {
        if (node.deaths.delete(died)) copies.underWay--;
        if (this.#random.happens(this.#faults.lostAnswer)) {
          lost();
          return;
        }
        this.#scheduler.after(this.#random.between(0.1, 1), this.clients, () => {
          late.cancel();
          answer();
        });
      };
      this.#scheduler.after(this.#random.between(0.1, 1), process, () => {
        const { runtime } = node;
        if (runtime === null || node.process !== process || !node.listens) {
          if (node.deaths.delete(died)) copies.underWay--;
          lost();
          return;
        }
        work(runtime).then(
          (answer) => answered(() => resolve(answer)),
          () => answered(() => reject(new AnswerLost())),
        );
      });
    });
  }

  /** The same request, at times twice at once; gives the answer that comes first. */
  async insistent<Answer>(
    work: (runtime: Runtime) => Promise<Answer>,
    copies: Copies = { sent: 0, underWay: 0 },
  ): Promise<Answer> {
    if (!this.#random.happens(this.#faults.twice)) return await this.request(work, copies);
    return await Promise.any([this.request(work, copies), this.request(work, copies)]).catch(() => {
      throw new AnswerLost();
    });
  }
}
