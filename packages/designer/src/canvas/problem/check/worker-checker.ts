import { WorkerDesk } from "../desk/worker-desk.ts";
import type { CheckAnswer, CheckQuestion } from "./check-question.ts";

/** Longest that a check may take (milliseconds); one that takes longer is said to be unfinished. */
const MOST_MILLISECONDS = 5_000;

/** A worker that checks documents by schema and rules. */
export function openChecker(): WorkerDesk<CheckQuestion, CheckAnswer> {
  return new WorkerDesk(
    () => new Worker(new URL("./check-worker.js", import.meta.url), { type: "module", name: "check" }),
    MOST_MILLISECONDS,
  );
}
