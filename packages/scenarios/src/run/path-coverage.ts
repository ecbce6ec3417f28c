import { edgesOf, type WorkflowDefinition } from "@flowright/definition";
import type { EngineEvent } from "@flowright/engine";

export interface PathCoverage {
  readonly edges: number;
  readonly taken: number;
  /** Ids of the edges that no run took. */
  readonly missing: readonly string[];
}

/** Which of a flow's edges the runs have taken, on all levels; the dependencies of plans are no ways to take. */
export function pathCoverage(
  definition: WorkflowDefinition,
  runs: readonly (readonly EngineEvent[])[],
): PathCoverage {
  const all = [...edgesOf(definition)]
    .filter(({ container }) => container?.kind !== "plan")
    .map(({ edge }) => edge.id);
  const taken = new Set(
    runs.flatMap((events) => events.flatMap((e) => (e.kind === "edge.taken" ? [e.edge] : []))),
  );
  const missing = all.filter((id) => !taken.has(id));
  return { edges: all.length, taken: all.length - missing.length, missing };
}
