import type { WorkflowDefinition } from "../generated/workflow.ts";
import type { Problem } from "../problem/problem.ts";
import { drawingOf } from "./drawing.ts";
import { createReport } from "./report.ts";
import { RULES } from "./rules.ts";

/** Everything that can be said about a definition whose shape holds. */
export function lint(definition: WorkflowDefinition): Problem[] {
  const drawing = drawingOf(definition);
  const report = createReport();
  for (const rule of RULES) rule(drawing, report);
  return report.problems();
}
