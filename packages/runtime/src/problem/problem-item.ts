import type { ProblemItem } from "@flowright/client";
import type { Problem } from "@flowright/definition";

/** A problem as the API has it. */
export function problemItem(problem: Problem): ProblemItem {
  return {
    code: problem.code,
    severity: problem.severity,
    path: problem.path,
    ...(problem.node === undefined ? {} : { node: problem.node }),
    ...(problem.at === undefined ? {} : { at: problem.at }),
    params: problem.params,
    message: problem.message,
    fix: problem.fix,
  };
}
