import type { Problem } from "@flowright/definition";

/** The same problems with their paths below a member of the request's body. */
export function problemsBelow(pointer: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: `${pointer}${problem.path}` }));
}
