import type { Problem } from "@flowright/definition";
import type { Completed } from "../contract/state.ts";
import { migrationProblem } from "../problem/render.ts";
import type { Mapping } from "./mapping.ts";

/** What was completed and could not be undone in the new version. */
export function undoProblems(mapping: Mapping, entries: readonly Completed[]): Problem[] {
  return entries.flatMap((entry) => problemsOf(mapping, entry));
}

function problemsOf(mapping: Mapping, { n: node, undo = [], times = [] }: Completed): Problem[] {
  const target = mapping.node(node);
  if (target === undefined) return [migrationProblem("migrate.undo-gone", node)];
  const inside = [...undoProblems(mapping, undo), ...undoProblems(mapping, times)];
  if (target.handler !== null || target.child !== null) return inside;
  return [migrationProblem("migrate.undo-none", node, { to: target.id }), ...inside];
}
