import { onlyUndoes } from "../scope/catchers.ts";
import type { ScopeTree } from "../scope/scope-tree.ts";

/** Steps that no case gets to, which hang together. */
export interface DeadRegion {
  /** Where it begins. */
  readonly entries: readonly string[];
  /** All of it, with what its containers hold; the entries first. */
  readonly nodes: readonly string[];
}

/** Groups the dead nodes of a scope by the lines between them. */
export function deadRegions(scope: ScopeTree, dead: readonly string[]): DeadRegion[] {
  const left = new Set(dead);
  const regions: DeadRegion[] = [];
  for (const first of dead) {
    if (!left.delete(first)) continue;
    const nodes = [first];
    for (const id of nodes) {
      for (const other of around(scope, id)) if (left.delete(other)) nodes.push(other);
    }
    const begins = nodes.filter((id) => before(scope, id).every((other) => !nodes.includes(other)));
    const entries = begins.length > 0 ? begins : [first];
    const all = [...entries, ...nodes.filter((id) => !entries.includes(id))];
    regions.push({ entries, nodes: all.flatMap((id) => [id, ...insideOf(scope, id)]) });
  }
  return regions;
}

function around(scope: ScopeTree, id: string): string[] {
  return [
    ...before(scope, id),
    ...scope.outgoing(id).map(({ target }) => target),
    ...(scope.boundaries.get(id) ?? []).map((event) => event.id),
  ];
}

function before(scope: ScopeTree, id: string): string[] {
  const node = scope.nodes.get(id);
  const sources = scope.incoming(id).map(({ source }) => source);
  return node?.kind === "boundary" ? [...sources, node.attachedTo] : sources;
}

function insideOf(scope: ScopeTree, id: string): string[] {
  const inner = scope.children.get(id);
  if (!inner) return [];
  return [...inner.nodes.values()].flatMap((node) =>
    onlyUndoes(inner, node) ? [] : [node.id, ...insideOf(inner, node.id)],
  );
}
