import type { BatchGroup } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { type MissingStep, missingSteps } from "../../../../cases/repair/step-mapping.ts";

/**
 * Steps where cases of any of the groups stand and that the other version does not have, each once with what it may
 * become; versions that are not read yet are left out.
 */
export function sharedMapping(
  groups: readonly Pick<BatchGroup, "version" | "nodes">[],
  definitions: ReadonlyMap<number, WorkflowDefinition>,
  to: WorkflowDefinition | undefined,
): MissingStep[] {
  if (to === undefined) return [];
  const found = new Map<string, MissingStep>();
  for (const { version, nodes } of groups) {
    const from = definitions.get(version);
    if (from === undefined) continue;
    for (const step of missingSteps(from, to, nodes))
      if (!found.has(step.from.id)) found.set(step.from.id, step);
  }
  return [...found.values()];
}

/** What was chosen for each step, else what is suggested; null where it stays open. */
export function mappedNodes(
  missing: readonly MissingStep[],
  chosen: { readonly [from: string]: string | null },
): { [from: string]: string } {
  return Object.fromEntries(
    missing.flatMap(({ from, suggestion }) => {
      const to = chosen[from.id] === undefined ? suggestion : chosen[from.id];
      return typeof to === "string" ? [[from.id, to]] : [];
    }),
  );
}
