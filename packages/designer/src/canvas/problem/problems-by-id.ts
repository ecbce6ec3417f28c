import type { Problem } from "@flowright/definition";

export interface ProblemCount {
  readonly errors: number;
  readonly warnings: number;
}

const NONE: ProblemCount = { errors: 0, warnings: 0 };

/** How many problems each step and line has. */
export function problemsById(problems: readonly Problem[]): (id: string) => ProblemCount {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const problem of problems) {
    if (problem.node === undefined) continue;
    const count = counts.get(problem.node) ?? { errors: 0, warnings: 0 };
    if (problem.severity === "error") count.errors += 1;
    else count.warnings += 1;
    counts.set(problem.node, count);
  }
  return (id) => counts.get(id) ?? NONE;
}
