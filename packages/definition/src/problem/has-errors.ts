import type { Problem } from "./problem.ts";

/** Whether a problem among these blocks publishing. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}
