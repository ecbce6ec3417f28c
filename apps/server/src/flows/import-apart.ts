import { Worker } from "node:worker_threads";
import { type ImportResult, importInWorker } from "@flowright/bpmn";

/** How long a file may take, in seconds. A file within the limits of size takes a second or two. */
const SECONDS = 20;
/** Megabytes that a file may take. The largest that is read at all takes about a third of it. */
const MEGABYTES = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64 };

/**
 * Imports a BPMN file in a thread of its own with bounded time and memory, so that no file can hang or exhaust the
 * program; one that tries is refused with its code.
 */
export async function importApart(file: Uint8Array, seconds = SECONDS): Promise<ImportResult> {
  const entry = new URL(import.meta.resolve("@flowright/bpmn/worker"));
  return await importInWorker(new Worker(entry, { resourceLimits: MEGABYTES }), file, { seconds });
}
