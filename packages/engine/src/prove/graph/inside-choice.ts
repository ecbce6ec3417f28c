import type { Edge, Node } from "@flowright/definition";
import type { ScopeTree } from "../scope/scope-tree.ts";

/**
 * Whether an end is drawn inside a choice: some choice leads there by one of its ways and not by all of them, or it lies
 * on the way of a boundary event.
 */
export function insideChoice(scope: ScopeTree, end: string): boolean {
  const before = leadingTo(scope, end);
  for (const node of scope.nodes.values()) {
    if (node.kind === "boundary") {
      if (before.has(node.id)) return true;
      continue;
    }
    const ways = waysOf(scope, node);
    const leading = ways.filter((edges) => edges.some(({ target }) => before.has(target)));
    if (leading.length > 0 && leading.length < ways.length) return true;
  }
  return false;
}

/** The nodes that a path leads from to an end, itself included. */
function leadingTo(scope: ScopeTree, end: string): Set<string> {
  const found = new Set([end]);
  const open = [end];
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    open.push(id);
  };
  const links = Map.groupBy(
    [...scope.nodes.values()].flatMap((node) =>
      node.kind === "throw" && node.event.type === "link" ? [{ id: node.id, name: node.event.name }] : [],
    ),
    ({ name }) => name,
  );
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { source } of scope.incoming(id)) visit(source);
    const node = scope.nodes.get(id);
    if (node?.kind === "boundary" && node.event.type !== "compensation") visit(node.attachedTo);
    if (node?.kind === "catch" && node.event.type === "link")
      for (const thrown of links.get(node.event.name) ?? []) visit(thrown.id);
  }
  return found;
}

function waysOf(scope: ScopeTree, node: Node): (readonly Edge[])[] {
  const edges = scope.outgoing(node.id);
  if (node.kind === "approval") return [...Map.groupBy(edges, ({ outcome }) => outcome).values()];
  const { kind } = node;
  const chooses = kind === "exclusive" || kind === "eventBased" || kind === "inclusive" || kind === "complex";
  return chooses ? edges.map((edge) => [edge]) : [];
}
