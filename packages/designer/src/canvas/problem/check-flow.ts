import type { KnownReferences, Problem, WorkflowDefinition } from "@flowright/definition";
import type { ProofFinding } from "@flowright/engine";
import { mergedProblems } from "../../model/merged-problems.ts";
import type { CheckAnswer, CheckQuestion } from "./check/check-question.ts";
import { openChecker } from "./check/worker-checker.ts";
import type { NoAnswer } from "./desk/worker-desk.ts";
import { openProver } from "./proof/worker-prover.ts";

/** States that a proof in the page itself looks at, so that the page does not stand still for long. */
const STATES_HERE = 8_000;

/** All that is known about a document. */
export interface CheckedFlow {
  readonly definition: WorkflowDefinition;
  readonly problems: readonly Problem[];
  /** Whether it has the shape of a definition, whatever else is wrong with it. */
  readonly shaped: boolean;
}

/**
 * Checks a document by schema and rules and plays it through, in workers of its own that end with the answer; where
 * the page can have none, in the page. For the moment before publishing; never rejects for what is in the document.
 */
export async function checkFlow(
  definition: WorkflowDefinition,
  known: KnownReferences = {},
): Promise<CheckedFlow> {
  const checker = openChecker();
  const prover = openProver();
  try {
    const proving = prover.ask(definition);
    const asked = await checker.ask({ definition, known });
    const checked = typeof asked === "object" ? asked : await withoutWorker(asked, { definition, known });
    const findings = checked.shaped ? await findingsOf(await proving, definition) : [];
    return {
      definition,
      problems: mergedProblems(definition, checked.problems, findings),
      shaped: checked.shaped,
    };
  } finally {
    checker.close();
    prover.close();
  }
}

async function withoutWorker(reason: NoAnswer, question: CheckQuestion): Promise<CheckAnswer> {
  const { checkHere, checkNotInTime } = await import("./check/check-here.ts");
  return reason === "late" ? checkNotInTime() : checkHere(question);
}

async function findingsOf(
  proof: readonly ProofFinding[] | NoAnswer,
  definition: WorkflowDefinition,
): Promise<readonly ProofFinding[]> {
  if (typeof proof === "object") return proof;
  const { proofNotInTime, proveHere } = await import("./proof/prove-here.ts");
  return proof === "late" ? [proofNotInTime(definition)] : proveHere(definition, STATES_HERE);
}
