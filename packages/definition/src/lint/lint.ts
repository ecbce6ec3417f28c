import type { WorkflowDefinition } from "../generated/workflow.ts";
import type { Problem } from "../problem/problem.ts";
import { drawingOf, type KnownReferences } from "./drawing.ts";
import { createReport } from "./report.ts";
import { RULES } from "./rules.ts";

/** Everything that can be said about a definition whose shape holds. */
export function lint(definition: WorkflowDefinition, known: KnownReferences): Problem[] {
  const drawing = drawingOf(definition, known);
  const report = createReport();
  for (const rule of RULES) rule(drawing, report);
  return report.problems();
}
