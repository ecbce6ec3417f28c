import { type Finding, problem } from "../problem/create-problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { ProblemCode } from "../problem/problem-templates.ts";
import { suggestion } from "../problem/suggestion.ts";

/** Takes what the rules find. */
export interface Report {
  add(code: ProblemCode, finding: Finding): void;
  /** A problem that another package tells. */
  addTold(told: Problem): void;
  /** "Did you mean" as parameters; without a proposal once many names were compared. */
  suggest(name: string, candidates: Iterable<string>): Record<string, string>;
  problems(): Problem[];
}

const MOST_PROBLEMS = 500;
const MOST_COMPARISONS = 20_000;

export function createReport(): Report {
  const found: Problem[] = [];
  let comparisons = 0;
  let more = false;
  const addTold = (told: Problem) => {
    if (found.length < MOST_PROBLEMS) found.push(told);
    else more = true;
  };
  return {
    add: (code, finding) => addTold(problem(code, finding)),
    addTold,
    suggest: (name, candidates) => {
      const names = [...candidates];
      comparisons += names.length;
      return suggestion(name, comparisons <= MOST_COMPARISONS ? names : []);
    },
    problems: () =>
      more ? [...found, problem("problems.more", { path: "", params: { limit: MOST_PROBLEMS } })] : found,
  };
}
