import type { ScopeState } from "../../contract/state.ts";

/** Tokens counted at a join, by incoming edge. */
export function arrivalsAt(scope: ScopeState, node: string): { readonly [edge: string]: number } {
  return scope.joins !== undefined && Object.hasOwn(scope.joins, node) ? (scope.joins[node] ?? {}) : {};
}

/** One token more at an edge of a join; by an edge that a complex gateway awaits in silence it only ends that wait. */
export function addArrival(scope: ScopeState, node: string, edge: string): ScopeState {
  if (restAt(scope, node).includes(edge)) return withoutRest(scope, node, edge);
  const arrivals = arrivalsAt(scope, node);
  const before = Object.hasOwn(arrivals, edge) ? (arrivals[edge] ?? 0) : 0;
  return { ...scope, joins: { ...scope.joins, [node]: { ...arrivals, [edge]: before + 1 } } };
}

/** One token fewer at each of the edges. */
export function removeArrivals(scope: ScopeState, node: string, edges: readonly string[]): ScopeState {
  if (edges.length === 0) return scope;
  const used = new Set(edges);
  const left = Object.entries(arrivalsAt(scope, node))
    .map(([edge, count]) => [edge, used.has(edge) ? count - 1 : count] as const)
    .filter(([, count]) => count > 0);
  const { [node]: _, ...others } = scope.joins ?? {};
  const joins = left.length > 0 ? { ...others, [node]: Object.fromEntries(left) } : others;
  const { joins: __, ...rest } = scope;
  return Object.keys(joins).length > 0 ? { ...rest, joins } : rest;
}

/** One token fewer at an edge of a join, or no longer one that a complex gateway awaits there in silence. */
export function forgetArrival(scope: ScopeState, node: string, edge: string): ScopeState {
  const awaited = restAt(scope, node).includes(edge);
  return awaited ? withoutRest(scope, node, edge) : removeArrivals(scope, node, [edge]);
}

function withoutRest(scope: ScopeState, node: string, edge: string): ScopeState {
  const left = restAt(scope, node).filter((one) => one !== edge);
  return withRest(scope, node, left);
}

/** Edges by which a complex gateway that has fired still awaits a branch in silence. */
export function restAt(scope: ScopeState, node: string): readonly string[] {
  return scope.rest !== undefined && Object.hasOwn(scope.rest, node) ? (scope.rest[node] ?? []) : [];
}

export function withRest(scope: ScopeState, node: string, edges: readonly string[]): ScopeState {
  const { [node]: _, ...others } = scope.rest ?? {};
  const all = edges.length > 0 ? { ...others, [node]: edges } : others;
  const { rest: __, ...without } = scope;
  return Object.keys(all).length > 0 ? { ...without, rest: all } : without;
}
