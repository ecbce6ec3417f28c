import { problem, validateDefinition } from "@flowright/definition";
import type { CheckAnswer, CheckQuestion } from "./check-question.ts";

/** The check itself: what a worker does, or the page where it can have none. */
export function checkHere({ definition, known }: CheckQuestion): CheckAnswer {
  const checked = validateDefinition(definition, known);
  return { problems: checked.problems, shaped: checked.definition !== null };
}

/** What is said where a check was broken off because it took too long. */
export function checkNotInTime(): CheckAnswer {
  return { problems: [problem("proof.not-in-time", { path: "" })], shaped: true };
}
