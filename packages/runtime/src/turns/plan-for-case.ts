import type { InstanceState, MigrationPlan } from "@flowright/engine";
import type { LoadedProgram } from "./program-cache.ts";

/**
 * The part of a migration's mapping that one case has a use for: the same mapping is given for cases of several
 * versions, and a step that this version never had would be refused as a mistake in the mapping.
 */
export function planForCase(
  { nodes, edges }: MigrationPlan,
  from: LoadedProgram,
  state: InstanceState,
): MigrationPlan {
  const added = new Set(Object.values(state.tokens).map(({ n }) => n));
  const own = Object.entries(nodes).filter(([node]) => from.nodes.has(node) || added.has(node));
  return { nodes: Object.fromEntries(own), edges };
}
