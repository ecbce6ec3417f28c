import type { PreparedOutput } from "../compile/prepared-table.ts";
import { sameValue } from "../table/value-of-type.ts";
import type { RuleResult } from "./rule-results.ts";

/**
 * The results, the most important first: by the place of each value in the list of its output, the first output
 * before the second (DMN 1.5, 8.2.11). No value comes last; equal results keep the order of their rules.
 */
export function byPriority(outputs: readonly PreparedOutput[], results: readonly RuleResult[]): RuleResult[] {
  return results
    .map((result) => ({ result, rank: rankOf(outputs, result.values) }))
    .sort((a, b) => compareRanks(a.rank, b.rank) || a.result.row - b.result.row)
    .map(({ result }) => result);
}

/** The places of the values in the lists of their outputs; outputs without a list have no say. */
export function rankOf(outputs: readonly PreparedOutput[], values: RuleResult["values"]): number[] {
  return outputs.flatMap(({ listed }, index) => {
    if (!listed) return [];
    const place = listed.findIndex((one) => sameValue(one, values[index] ?? null));
    return [place === -1 ? listed.length : place];
  });
}

export function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, place] of a.entries()) {
    const difference = place - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
