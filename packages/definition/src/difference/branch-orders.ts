import type { FlowParts, Part } from "./flow-parts.ts";

/** Of these the first branch whose condition holds is taken, or all such in turn: their order has a meaning. */
const ORDERED = new Set(["exclusive", "inclusive"]);

type Orders = ReadonlyMap<string, { readonly branches: readonly string[] }>;

/** The order of the branches that a decision has before and after, by the id of the decision afterwards. */
export function branchOrders({
  was,
  is,
  lines,
}: {
  /** With the ids that steps have afterwards. */
  readonly was: FlowParts;
  readonly is: FlowParts;
  readonly lines: ReadonlyMap<string, string>;
}): { readonly before: Orders; readonly after: Orders } {
  const stay = new Set(lines.values());
  return {
    before: orders(
      is,
      was.lines.flatMap((line) => (lines.has(line.id) ? [{ ...line, id: lines.get(line.id) ?? "" }] : [])),
    ),
    after: orders(
      is,
      is.lines.filter(({ id }) => stay.has(id)),
    ),
  };
}

function orders({ steps, lines: all }: FlowParts, lines: readonly Part[]): Orders {
  const leaves = new Map(all.map(({ id, source }) => [id, source]));
  const bySource = Map.groupBy(
    lines.filter(({ id, source }) => leaves.get(id) === source),
    ({ source }) => source,
  );
  return new Map(
    steps
      .filter(({ kind }) => ORDERED.has(String(kind)))
      .map(({ id }) => [id, { branches: (bySource.get(id) ?? []).map((line) => line.id) }]),
  );
}
