import { type Finding, problem } from "../problem/create-problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { ProblemCode } from "../problem/problem-templates.ts";
import { suggestion } from "../problem/suggestion.ts";

/** Takes what the rules find. */
export interface Report {
  add(code: ProblemCode, finding: Finding): void;
  /** A problem that another package tells. */
  addTold(told: Problem): void;
  /** "Did you mean" as parameters; without a proposal once many were made, since each compares all candidates. */
  suggest(name: string, candidates: Iterable<string>): Record<string, string>;
  problems(): Problem[];
}

const MOST_PROBLEMS = 500;
const MOST_SUGGESTIONS = 40;

export function createReport(): Report {
  const found: Problem[] = [];
  let suggestions = 0;
  let more = false;
  const addTold = (told: Problem) => {
    if (found.length < MOST_PROBLEMS) found.push(told);
    else more = true;
  };
  return {
    add: (code, finding) => addTold(problem(code, finding)),
    addTold,
    suggest: (name, candidates) => suggestion(name, suggestions++ < MOST_SUGGESTIONS ? candidates : []),
    problems: () =>
      more ? [...found, problem("problems.more", { path: "", params: { limit: MOST_PROBLEMS } })] : found,
  };
}
