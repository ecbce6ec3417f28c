interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Whether every way to a step leads past another (or it is that step itself). By the iteration of Cooper, Harvey and
 * Kennedy ("A Simple, Fast Dominance Algorithm", 2001) over the steps in reverse postorder. Ways begin at the steps to
 * which none leads, and in a circle to which none leads at its first step.
 */
export function dominatorsOf(
  ids: readonly string[],
  links: readonly Link[],
): (dominator: string, id: string) => boolean {
  const number = new Map(ids.map((id, at) => [id, at]));
  const next: number[][] = ids.map(() => []);
  const previous: number[][] = ids.map(() => []);
  for (const { source, target } of links) {
    const from = number.get(source);
    const to = number.get(target);
    if (from === undefined || to === undefined) continue;
    next[from]?.push(to);
    previous[to]?.push(from);
  }
  const { order, roots } = reversePostorder(next, previous);
  const position = new Int32Array(ids.length);
  order.forEach((node, at) => {
    position[node] = at;
  });
  // In positions; -1 is what stands before all beginnings, -2 not known yet.
  const parent = new Int32Array(ids.length).fill(-2);
  for (const root of roots) parent[position[root] ?? 0] = -1;
  const meet = (a: number, b: number): number => {
    let [one, other] = [a, b];
    while (one !== other) {
      if (one > other) one = parent[one] ?? -1;
      else other = parent[other] ?? -1;
    }
    return one;
  };
  for (let changed = true; changed; ) {
    changed = false;
    order.forEach((node, at) => {
      if (roots.has(node)) return;
      let best = -2;
      for (const before of previous[node] ?? []) {
        const known = position[before] ?? 0;
        if (parent[known] === -2) continue;
        best = best === -2 ? known : meet(best, known);
      }
      if (best === parent[at]) return;
      parent[at] = best;
      changed = true;
    });
  }
  return (dominator, id) => {
    const wanted = position[number.get(dominator) ?? 0] ?? 0;
    let at = position[number.get(id) ?? 0] ?? 0;
    while (at > wanted) at = parent[at] ?? -1;
    return at === wanted;
  };
}

function reversePostorder(next: readonly number[][], previous: readonly number[][]) {
  const seen = new Uint8Array(next.length);
  const roots = new Set<number>();
  const finished: number[] = [];
  const walk = (root: number): void => {
    if (seen[root]) return;
    roots.add(root);
    seen[root] = 1;
    const open: { node: number; at: number }[] = [{ node: root, at: 0 }];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const to = next[top.node]?.[top.at++];
      if (to === undefined) {
        finished.push(top.node);
        open.pop();
      } else if (!seen[to]) {
        seen[to] = 1;
        open.push({ node: to, at: 0 });
      }
    }
  };
  next.forEach((_, node) => {
    if (previous[node]?.length === 0) walk(node);
  });
  next.forEach((_, node) => {
    walk(node);
  });
  return { order: finished.reverse(), roots };
}
