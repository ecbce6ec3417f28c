import { intersection, intersects, isEmpty } from "../axis/region.ts";
import type { Box } from "./box.ts";
import type { Budget } from "./budget.ts";

export interface Pair {
  readonly first: number;
  readonly second: number;
  /** Where both match. */
  readonly common: Box;
}

/**
 * Pairs of rules with a common place, in their order, of those that `counts`; at most `most`. The columns that
 * tell the most rules apart are compared first.
 */
export function overlappingPairs(
  rules: readonly Box[],
  columns: readonly number[],
  budget: Budget,
  most: number,
  counts: (first: number, second: number) => boolean,
): { pairs: Pair[]; complete: boolean } {
  const pairs: Pair[] = [];
  const inOrder = rules.map((rule) => columns.map((column) => rule[column] ?? []));
  for (const [first, own] of inOrder.entries()) {
    if (own.some(isEmpty)) continue;
    for (let second = first + 1; second < inOrder.length; second++) {
      const other = inOrder[second] ?? [];
      const compared = columnsUntilApart(own, other);
      if (!budget.spend(compared + 1)) return { pairs, complete: false };
      if (compared < columns.length || !counts(first, second)) continue;
      if (pairs.length >= most) return { pairs, complete: false };
      pairs.push({ first, second, common: commonBox(rules[first] ?? [], rules[second] ?? []) });
    }
  }
  return { pairs, complete: true };
}

/** The number of columns in which the two meet, before the first in which they do not. */
function columnsUntilApart(a: Box, b: Box): number {
  for (let column = 0; column < a.length; column++) {
    if (!intersects(a[column] ?? [], b[column] ?? [])) return column;
  }
  return a.length;
}

function commonBox(a: Box, b: Box): Box {
  return a.map((region, column) => intersection(region, b[column] ?? []));
}
