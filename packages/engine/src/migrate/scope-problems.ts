import type { Problem } from "@flowright/definition";
import type { InstanceState, ScopeState } from "../contract/state.ts";
import { migrationProblem } from "../problem/render.ts";
import type { Mapping } from "./mapping.ts";
import { placeProblem } from "./token-problems.ts";
import { undoProblems } from "./undo-problems.ts";

/** What keeps what scopes remember from being true in the new version: counted branches, and what can be undone. */
export function scopeProblems(mapping: Mapping, state: InstanceState): Problem[] {
  return Object.entries(state.scopes).flatMap(([id, scope]) => [
    ...joinProblems(mapping, state, Number(id), scope),
    ...undoProblems(mapping, scope.undo ?? []),
  ]);
}

function joinProblems(mapping: Mapping, state: InstanceState, id: number, scope: ScopeState): Problem[] {
  const problems: Problem[] = [];
  const taken = new Set<string>();
  for (const [node, edges] of Object.entries(edgesByJoin(scope))) {
    const misplaced = placeProblem(mapping, state, node, id);
    if (misplaced !== null) {
      problems.push(misplaced);
      continue;
    }
    const to = mapping.nodeName(node);
    if (taken.has(to)) problems.push(migrationProblem("migrate.join-twice", node, { to }));
    taken.add(to);
    for (const edge of edges)
      if (mapping.edge(edge)?.target.id !== to)
        problems.push(migrationProblem("migrate.join-edge", node, { edge }));
  }
  return problems;
}

/** Edges by which something is counted, or awaited in silence, by their gateway. */
function edgesByJoin({ joins = {}, rest = {} }: ScopeState): {
  readonly [node: string]: ReadonlySet<string>;
} {
  const nodes = new Set([...Object.keys(joins), ...Object.keys(rest)]);
  return Object.fromEntries(
    [...nodes].map((node) => [node, new Set([...Object.keys(joins[node] ?? {}), ...(rest[node] ?? [])])]),
  );
}
