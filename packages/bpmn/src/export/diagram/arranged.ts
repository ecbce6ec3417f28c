import type { WorkflowDefinition } from "@flowright/definition";
import type { Place, Point, Size } from "./place.ts";

type Scope = Pick<WorkflowDefinition, "nodes" | "edges">;

const GAP = { x: 80, y: 56 };

/**
 * Places for the steps of one level that have none: in columns from left to right, each step one column after the
 * last that leads to it; lines that lead back are left out of this.
 */
export function arranged(
  { nodes, edges }: Scope,
  sizes: ReadonlyMap<string, Size>,
  origin: Point,
): Map<string, Place> {
  const hosts = new Map(
    nodes.flatMap((node) => (node.kind === "boundary" ? [[node.id, node.attachedTo]] : [])),
  );
  const next = new Map<string, string[]>();
  for (const { source, target } of edges) {
    const from = hosts.get(source) ?? source;
    next.set(from, [...(next.get(from) ?? []), target]);
  }
  const ids = nodes.flatMap((node) => (node.kind === "boundary" ? [] : [node.id]));
  const columns: string[][] = [];
  for (const [id, column] of columnsOf(ids, next)) {
    columns[column] ??= [];
    columns[column].push(id);
  }
  const places = new Map<string, Place>();
  let x = origin.x;
  for (const column of columns) {
    let y = origin.y;
    let widest = 0;
    for (const id of column ?? []) {
      const size = sizes.get(id) ?? { width: 0, height: 0 };
      places.set(id, { x, y, ...size });
      y += size.height + GAP.y;
      widest = Math.max(widest, size.width);
    }
    x += widest + GAP.x;
  }
  return places;
}

/** The longest way from a beginning to each step, without lines that lead back. */
function columnsOf(
  ids: readonly string[],
  next: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const order = inOrder(ids, next);
  const position = new Map(order.map((id, index) => [id, index]));
  const columns = new Map(ids.map((id) => [id, 0]));
  for (const id of order) {
    for (const target of next.get(id) ?? []) {
      const leadsOn = (position.get(target) ?? -1) > (position.get(id) ?? 0);
      if (leadsOn) columns.set(target, Math.max(columns.get(target) ?? 0, (columns.get(id) ?? 0) + 1));
    }
  }
  return columns;
}

/** Steps in an order in which only lines that lead back go backwards: the reverse of the order of being left. */
function inOrder(ids: readonly string[], next: ReadonlyMap<string, readonly string[]>): string[] {
  const known = new Set(ids);
  const seen = new Set<string>();
  const left: string[] = [];
  for (const id of ids) {
    const stack = seen.has(id) ? [] : [{ id, at: 0 }];
    seen.add(id);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const target = next.get(top.id)?.[top.at++];
      if (target === undefined) left.push(stack.pop()?.id ?? "");
      else if (known.has(target) && !seen.has(target)) {
        seen.add(target);
        stack.push({ id: target, at: 0 });
      }
    }
  }
  return left.reverse();
}
