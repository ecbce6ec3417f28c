/**
 * Steps that lead to each other in a circle, together, and every other step alone; by the first step of each in the
 * order given. What follows comes before what it follows. After Tarjan ("Depth-First Search and Linear Graph
 * Algorithms", 1972), without recursion.
 */
export function knotsOf(
  ids: readonly string[],
  links: readonly { readonly source: string; readonly target: string }[],
): Map<string, readonly string[]> {
  const next = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { source, target } of links) next.get(source)?.push(target);
  const place = new Map(ids.map((id, at) => [id, at]));
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const pending: string[] = [];
  const isPending = new Set<string>();
  const knots = new Map<string, readonly string[]>();

  const close = (id: string): void => {
    if (lowest.get(id) !== index.get(id)) return;
    const inside = pending.splice(pending.lastIndexOf(id));
    for (const each of inside) isPending.delete(each);
    inside.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    knots.set(inside[0] ?? id, inside);
  };
  const enter = (id: string): { id: string; at: number } => {
    index.set(id, index.size);
    lowest.set(id, index.size - 1);
    pending.push(id);
    isPending.add(id);
    return { id, at: 0 };
  };
  const lower = (id: string, to: number | undefined): void => {
    lowest.set(id, Math.min(lowest.get(id) ?? 0, to ?? Number.POSITIVE_INFINITY));
  };
  for (const root of ids) {
    if (index.has(root)) continue;
    const open = [enter(root)];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const to = next.get(top.id)?.[top.at++];
      if (to === undefined) {
        open.pop();
        close(top.id);
        const above = open.at(-1);
        if (above) lower(above.id, lowest.get(top.id));
      } else if (!index.has(to)) open.push(enter(to));
      else if (isPending.has(to)) lower(top.id, index.get(to));
    }
  }
  return knots;
}
