import { compareValues } from "./compare.ts";
import type { FeelValue } from "./feel-value.ts";

/**
 * The order of two numbers, texts, dates, times or durations: -1, 0 or 1. Null for values that have no order
 * between them: of different kinds, of a kind without order, or only one of them with a time zone.
 */
export function compareFeel(a: FeelValue, b: FeelValue): number | null {
  if (a === null || b === null) return null;
  const order = compareValues(a, b);
  return typeof order === "number" ? order : null;
}
