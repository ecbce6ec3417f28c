import type { DeskAnswer, DeskQuestion } from "./desk-messages.ts";

/** Longest that a worker may take to be there (milliseconds). */
const MOST_TO_BEGIN = 20_000;

/**
 * Why there is no answer: `late` took too long and was broken off, `outdated` was asked anew before its turn came, and
 * `unavailable` means that the page cannot have a worker.
 */
export type NoAnswer = "late" | "outdated" | "unavailable";

/** The part of a worker that is used. */
export type DeskWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly answer: (answer: Answer | NoAnswer) => void;
}

/**
 * Has a worker answer questions, one at a time; of those that wait the newest alone. A worker that does not answer
 * within `most` milliseconds is ended, and the next question gets a new one.
 */
export class WorkerDesk<Question, Answer extends object> {
  readonly #open: () => DeskWorker;
  readonly #most: number;
  #worker: DeskWorker | null = null;
  #ready = false;
  #unavailable = false;
  #number = 0;
  #running: Waiting<Question, Answer> | null = null;
  #waiting: Waiting<Question, Answer> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(open: () => DeskWorker, most: number) {
    this.#open = open;
    this.#most = most;
  }

  ask(question: Question): Promise<Answer | NoAnswer> {
    this.#waiting?.answer("outdated");
    return new Promise((answer) => {
      this.#waiting = { question, answer };
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
    else if (this.#ready) this.#send(this.#worker, this.#running);
    else this.#within(MOST_TO_BEGIN, () => this.#giveUp());
  }

  #begin(): void {
    try {
      const worker = this.#open();
      worker.onmessage = ({ data }: MessageEvent<DeskAnswer<Answer>>) => this.#heard(worker, data);
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

  #heard(worker: DeskWorker, said: DeskAnswer<Answer>): void {
    if (worker !== this.#worker) return;
    if ("ready" in said) {
      this.#ready = true;
      if (this.#running) this.#send(worker, this.#running);
    } else if (said.number === this.#number) this.#finish(said.answer);
  }

  #send(worker: DeskWorker, { question }: Waiting<Question, Answer>): void {
    const sent: DeskQuestion<Question> = { number: ++this.#number, question };
    this.#within(this.#most, () => {
      this.#end();
      this.#finish("late");
    });
    worker.postMessage(sent);
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

  #finish(answer: Answer | NoAnswer): void {
    clearTimeout(this.#timer);
    const asked = this.#running;
    this.#running = null;
    asked?.answer(answer);
    this.#next();
  }
}
