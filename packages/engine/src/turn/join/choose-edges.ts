import { type Evaluated, evaluateCondition, type View } from "../../data/evaluate.ts";
import type { EdgeProgram, NodeProgram } from "../../program/program.ts";

/**
 * The edges of an inclusive split, in their order: those whose condition holds or that have none; the default only
 * where no other is taken. All conditions are asked before the first edge is taken.
 */
export function chosenEdges({ outgoing }: NodeProgram, view: View): Evaluated<readonly EdgeProgram[]> {
  const chosen: EdgeProgram[] = [];
  for (const edge of outgoing) {
    if (edge.edge.default) continue;
    if (edge.condition === null) chosen.push(edge);
    else {
      const holds = evaluateCondition(edge.condition, view);
      if (!holds.ok) return holds;
      if (holds.value) chosen.push(edge);
    }
  }
  if (chosen.length > 0) return { ok: true, value: chosen };
  const otherwise = outgoing.filter(({ edge }) => edge.default);
  if (otherwise.length > 0) return { ok: true, value: otherwise };
  return { ok: false, failure: { code: "choice.none-holds", params: {} } };
}
