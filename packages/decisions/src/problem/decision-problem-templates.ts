import type { DecisionProblemTemplate } from "./decision-problem.ts";
import { EVALUATION_PROBLEMS } from "./evaluation-problems.ts";
import { FINDING_PROBLEMS } from "./finding-problems.ts";
import { TABLE_PROBLEMS } from "./table-problems.ts";

const ALL = { ...TABLE_PROBLEMS, ...EVALUATION_PROBLEMS, ...FINDING_PROBLEMS };

export type DecisionProblemCode = keyof typeof ALL;

/** Every problem that a table can have of its own; those of its cells come from the expressions. */
export const DECISION_PROBLEM_TEMPLATES: Readonly<Record<DecisionProblemCode, DecisionProblemTemplate>> = ALL;
