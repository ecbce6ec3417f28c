import { refused } from "../guard/refused.ts";
import type { ImportResult } from "../import/import-bpmn.ts";

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

/**
 * Imports a file in a worker of its own, so that neither time nor memory of whoever asks depends on the file. After
 * `seconds`, or where the worker breaks down, the answer is a refusal with its code. The worker is ended in every case.
 */
export function importInWorker(
  worker: BpmnWorker,
  file: string | Uint8Array,
  seconds = 10,
): Promise<ImportResult> {
  return new Promise((resolve) => {
    const settle = (result: ImportResult) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => settle(nothing("xml.time", { seconds })), seconds * 1000);
    const broken = () => settle(nothing("xml.broke-down", {}));
    if (worker.on) {
      worker.on("message", (result) => settle(result as ImportResult));
      worker.on("error", broken);
    } else {
      worker.addEventListener?.("message", ({ data }) => settle(data as ImportResult));
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
