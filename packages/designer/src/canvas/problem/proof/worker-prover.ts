import type { WorkflowDefinition } from "@flowright/definition";
import type { ProofFinding } from "@flowright/engine";
import { WorkerDesk } from "../desk/worker-desk.ts";

/** Longest that a proof may take (milliseconds). */
const MOST_MILLISECONDS = 5_000;

/** A worker that plays flows through. */
export function openProver(): WorkerDesk<WorkflowDefinition, readonly ProofFinding[]> {
  return new WorkerDesk(
    () => new Worker(new URL("./proof-worker.js", import.meta.url), { type: "module", name: "proof" }),
    MOST_MILLISECONDS,
  );
}
