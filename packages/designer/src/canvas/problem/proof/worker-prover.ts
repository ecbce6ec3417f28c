import type { WorkflowDefinition } from "@flowright/definition";
import type { ProofFinding } from "@flowright/engine";
import type { ProofAnswer, ProofQuestion } from "./proof-messages.ts";

/** Longest that a proof may take, and that a worker may take to be there (milliseconds). */
const MOST_MILLISECONDS = 5_000;
const MOST_TO_BEGIN = 20_000;

/**
 * What came of a proof: `late` took too long and was broken off, `outdated` was asked anew before its turn came, and
 * `unavailable` means that the page cannot have a worker.
 */
export type WorkerProof = readonly ProofFinding[] | "late" | "outdated" | "unavailable";

/** The part of a worker that is used. */
export type ProofWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

interface Question {
  readonly definition: WorkflowDefinition;
  readonly answer: (proof: WorkerProof) => void;
}

/**
 * Proves drawings in a worker, one at a time; of those that wait the newest alone. A worker that does not answer in time
 * is ended, and the next question gets a new one.
 */
export class WorkerProver {
  readonly #open: () => ProofWorker;
  #worker: ProofWorker | null = null;
  #ready = false;
  #unavailable = false;
  #number = 0;
  #running: Question | null = null;
  #waiting: Question | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(open: () => ProofWorker = openWorker) {
    this.#open = open;
  }

  prove(definition: WorkflowDefinition): Promise<WorkerProof> {
    this.#waiting?.answer("outdated");
    return new Promise((answer) => {
      this.#waiting = { definition, answer };
      this.#next();
    });
  }

  /** Ends the worker; what is under way is outdated. */
  close(): void {
    this.#end();
    this.#running?.answer("outdated");
    this.#waiting?.answer("outdated");
    this.#running = null;
    this.#waiting = null;
  }

  #next(): void {
    if (this.#running !== null || this.#waiting === null) return;
    this.#running = this.#waiting;
    this.#waiting = null;
    if (!this.#unavailable && this.#worker === null) this.#begin();
    if (this.#worker === null) this.#finish("unavailable");
    else if (this.#ready) this.#ask(this.#worker, this.#running);
    else this.#within(MOST_TO_BEGIN, () => this.#giveUp());
  }

  #begin(): void {
    try {
      const worker = this.#open();
      worker.onmessage = ({ data }: MessageEvent<ProofAnswer>) => this.#heard(worker, data);
      // Its script is not served or not allowed here, or it fell over.
      worker.onerror = (event) => {
        event.preventDefault();
        if (worker === this.#worker) this.#giveUp();
      };
      this.#worker = worker;
    } catch {
      this.#unavailable = true;
    }
  }

  #heard(worker: ProofWorker, answer: ProofAnswer): void {
    if (worker !== this.#worker) return;
    if ("ready" in answer) {
      this.#ready = true;
      if (this.#running) this.#ask(worker, this.#running);
    } else if (answer.number === this.#number) this.#finish(answer.findings);
  }

  #ask(worker: ProofWorker, { definition }: Question): void {
    const question: ProofQuestion = { number: ++this.#number, definition };
    this.#within(MOST_MILLISECONDS, () => {
      this.#end();
      this.#finish("late");
    });
    worker.postMessage(question);
  }

  #within(milliseconds: number, late: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(late, milliseconds);
  }

  #giveUp(): void {
    this.#unavailable = true;
    this.#end();
    this.#finish("unavailable");
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = false;
  }

  #finish(proof: WorkerProof): void {
    clearTimeout(this.#timer);
    const question = this.#running;
    this.#running = null;
    question?.answer(proof);
    this.#next();
  }
}

function openWorker(): Worker {
  return new Worker(new URL("./proof-worker.js", import.meta.url), { type: "module", name: "proof" });
}
