import { type ImportResult, type ImportStage, importInWorker } from "@flowright/bpmn";
import type { BpmnSource } from "./bpmn-source.ts";

/** Seconds after which reading a file is given up. */
export const READING_SECONDS = 15;
/** Bytes; a larger file is not even opened. The reader itself refuses above 10 million. */
const LARGEST = 50_000_000;

export type ReadBpmn =
  | { readonly ok: true; readonly result: ImportResult }
  | { readonly ok: false; readonly failure: "fileTooLarge" | "fileUnreadable" };

/** Reads a drawing in a worker of its own. Stopped by the signal, the promise stays open. */
export async function readBpmn(
  source: BpmnSource,
  onStage: (stage: ImportStage) => void,
  signal: AbortSignal,
): Promise<ReadBpmn> {
  if (source.kind === "file" && source.file.size > LARGEST) return { ok: false, failure: "fileTooLarge" };
  let content: string | Uint8Array;
  try {
    content = source.kind === "text" ? source.text : new Uint8Array(await source.file.arrayBuffer());
  } catch {
    return { ok: false, failure: "fileUnreadable" };
  }
  const worker = new Worker(new URL("./bpmn-worker.ts", import.meta.url), { type: "module", name: "bpmn" });
  const result = await importInWorker(worker, content, { seconds: READING_SECONDS, onStage, signal });
  return { ok: true, result };
}
