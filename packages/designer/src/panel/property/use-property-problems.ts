import type { Problem } from "@flowright/definition";
import { useMemo } from "react";
import { useDesigner } from "../../store-context.ts";

/** Problems at a place of the document and, unless `exact`, below it. */
export function usePropertyProblems(path: string, exact: boolean): readonly Problem[] {
  const problems = useDesigner((state) => state.problems);
  return useMemo(
    () =>
      problems.filter((problem) => problem.path === path || (!exact && problem.path.startsWith(`${path}/`))),
    [problems, path, exact],
  );
}
