import type { ProblemItem } from "@flowright/client";

/**
 * Problems of a refused form, with paths into the form: the server's point into the request's body, where the
 * form is `data`.
 */
export function formProblems(problems: readonly ProblemItem[]): ProblemItem[] {
  return problems.map((problem) =>
    problem.path === "/data" || problem.path.startsWith("/data/")
      ? { ...problem, path: problem.path.slice("/data".length) }
      : problem,
  );
}
