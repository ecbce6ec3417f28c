import type { Part } from "./flow-parts.ts";
import type { Meeting } from "./meeting.ts";

/** Brings the branches of each step into the order that one side gave them; where both did, somebody has to choose. */
export function mergedBranches({
  base,
  mine,
  theirs,
  merged,
  meeting,
}: {
  readonly base: readonly Part[];
  readonly mine: readonly Part[];
  readonly theirs: readonly Part[];
  readonly merged: readonly Part[];
  readonly meeting: Meeting;
}): readonly Part[] {
  const common = commonIds(base, mine, theirs, merged);
  const orders = [base, mine, theirs].map((lines) => branchesOf(lines.filter(({ id }) => common.has(id))));
  const [was, own, their] = orders;
  const wanted = new Map<string, readonly string[]>();
  for (const [source, order] of their ?? []) {
    const [before, one] = [was?.get(source) ?? [], own?.get(source) ?? []];
    if (isSame(order, one) || isSame(order, before)) continue;
    const conflict = {
      key: `step ${source} branches`,
      what: "step" as const,
      id: source,
      field: "branches",
      mine: one,
      theirs: order,
    };
    if (isSame(one, before) || meeting.meet(conflict, "mine") === "theirs") wanted.set(source, order);
  }
  if (wanted.size === 0) return merged;
  const byId = new Map(merged.map((line) => [line.id, line]));
  const next = new Map([...wanted].map(([source, ids]) => [source, ids.values()]));
  return merged.map((line) => {
    const order = common.has(line.id) ? next.get(String(line["source"])) : undefined;
    return byId.get(order?.next().value ?? line.id) ?? line;
  });
}

/** Lines that leave the same step in all four. */
function commonIds(...flows: readonly (readonly Part[])[]): ReadonlySet<string> {
  const [first = [], ...rest] = flows.map((lines) => new Map(lines.map(({ id, source }) => [id, source])));
  return new Set(
    [...first].filter(([id, source]) => rest.every((lines) => lines.get(id) === source)).map(([id]) => id),
  );
}

function branchesOf(lines: readonly Part[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(lines, ({ source }) => String(source));
  return new Map([...groups].map(([source, list]) => [source, list.map(({ id }) => id)]));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
