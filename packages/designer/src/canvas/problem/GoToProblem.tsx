import type { Problem } from "@flowright/definition";
import { useEffect } from "react";
import { useGoToProblem } from "./use-go-to-problem.ts";

/** Goes to a problem that the hosting page names. */
export function GoToProblem({ problem }: { readonly problem: Problem | null }) {
  const goTo = useGoToProblem();
  useEffect(() => {
    if (problem !== null) goTo(problem);
  }, [problem, goTo]);
  return null;
}
