import { equal } from "../operation/equality.ts";
import { Run } from "../operation/run.ts";
import { LIST_LIMIT } from "../syntax/limits.ts";
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

/** Whether two values are the same; null equals null alone, and values of different kinds never do. */
export function isEqual(a: FeelValue, b: FeelValue): boolean {
  return equal(a, b, new Run({}, { now: "", steps: LIST_LIMIT * 10 }), {
    at: { offset: 0, length: 0 },
    part: "",
  });
}
