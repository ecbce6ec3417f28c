import type { WorkflowDefinition } from "@flowright/definition";
import { type Places, placesOf } from "../model/geometry/places-of.ts";
import { tidiedPlaces } from "../model/geometry/tidied-places.ts";
import type { LayoutAnswer, LayoutQuestion } from "./layout-messages.ts";

/** The part of a worker that is used. */
export type LayoutHand = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

/** Up to so many steps the page arranges by itself at once: it takes no longer than asking a worker. */
const FEW_STEPS = 100;
/** A worker that has not answered by then is ended, and the page does it (milliseconds). */
const MOST_MILLISECONDS = 10_000;

/**
 * Works out where steps go, in a worker where there are many and the page can have one, so that it can still be scrolled
 * and typed in meanwhile; else in the page itself. The worker is begun when first needed and kept.
 */
export class WorkerLayout {
  readonly #open: () => LayoutHand;
  #worker: LayoutHand | null = null;
  #unavailable = false;
  #number = 0;
  readonly #waiting = new Map<number, (places: Places | null) => void>();

  constructor(open: () => LayoutHand = openWorker) {
    this.#open = open;
  }

  async places(definition: WorkflowDefinition, only: readonly string[]): Promise<Places> {
    const few = placesOf(definition).size <= FEW_STEPS;
    return (few ? null : await this.#ask(definition, only)) ?? tidiedPlaces(definition, only);
  }

  /** Ends the worker; the page does what is under way. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const answer of this.#waiting.values()) answer(null);
    this.#waiting.clear();
  }

  async #ask(definition: WorkflowDefinition, only: readonly string[]): Promise<Places | null> {
    const worker = this.#begun();
    if (!worker) return null;
    const question: LayoutQuestion = { number: ++this.#number, definition, only };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const answered = new Promise<Places | null>((answer) => {
      this.#waiting.set(question.number, answer);
      timer = setTimeout(() => this.close(), MOST_MILLISECONDS);
    });
    worker.postMessage(question);
    const places = await answered;
    clearTimeout(timer);
    return places;
  }

  #begun(): LayoutHand | null {
    if (this.#worker || this.#unavailable) return this.#worker;
    try {
      const worker = this.#open();
      worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
        this.#waiting.get(data.number)?.(new Map(data.places));
        this.#waiting.delete(data.number);
      };
      // Its script is not served or not allowed here, or it fell over.
      worker.onerror = (event) => {
        event.preventDefault();
        this.#unavailable = true;
        this.close();
      };
      this.#worker = worker;
    } catch {
      this.#unavailable = true;
    }
    return this.#worker;
  }
}

function openWorker(): Worker {
  return new Worker(new URL("./layout-worker.js", import.meta.url), { type: "module", name: "layout" });
}
