import { refused } from "../guard/refused.ts";
import type { ImportResult, ImportStage } from "../import/import-bpmn.ts";

/** What the worker says: how far it is, and at the end what came of it. */
export type WorkerAnswer = { readonly stage: ImportStage } | { readonly result: ImportResult };

/** A worker of a browser or of Node that runs `@flowright/bpmn/worker`. */
export interface BpmnWorker {
  postMessage(message: unknown): void;
  terminate(): unknown;
  /** Node's way to listen. */
  on?(event: "message" | "error", listener: (value: unknown) => void): unknown;
  /** The browser's. */
  addEventListener?(
    event: "message" | "error",
    listener: (event: { readonly data?: unknown }) => void,
  ): unknown;
}

export interface WorkerLimits {
  /** After how long the worker is stopped; 10 if left out. */
  readonly seconds?: number | undefined;
  /** Called before each part of the work. */
  readonly onStage?: ((stage: ImportStage) => void) | undefined;
  /** Stops the worker; the promise then stays open. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Imports a file in a worker of its own, so that neither time nor memory of whoever asks depends on the file. After
 * `seconds`, or where the worker breaks down, the answer is a refusal with its code. The worker is ended in every case.
 */
export function importInWorker(
  worker: BpmnWorker,
  file: string | Uint8Array,
  { seconds = 10, onStage, signal }: WorkerLimits = {},
): Promise<ImportResult> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      worker.terminate();
    };
    const settle = (result: ImportResult) => {
      end();
      if (!signal?.aborted) resolve(result);
    };
    const hear = (said: unknown) => {
      const answer = said as WorkerAnswer;
      if ("result" in answer) settle(answer.result);
      else if (!signal?.aborted) onStage?.(answer.stage);
    };
    const timer = setTimeout(() => settle(nothing("xml.time", { seconds })), seconds * 1000);
    const broken = () => settle(nothing("xml.broke-down", {}));
    signal?.addEventListener("abort", end);
    if (worker.on) {
      worker.on("message", hear);
      worker.on("error", broken);
    } else {
      worker.addEventListener?.("message", ({ data }) => hear(data));
      worker.addEventListener?.("error", broken);
    }
    worker.postMessage(file);
  });
}

function nothing(
  code: "xml.time" | "xml.broke-down",
  params: Readonly<Record<string, string | number>>,
): ImportResult {
  return {
    definitions: [],
    report: { entries: [], counts: { kept: 0, translated: 0, annotation: 0, refused: 0 } },
    problems: [refused(code, {}, params).problem],
  };
}
