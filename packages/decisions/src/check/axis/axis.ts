import type { FeelValue, UnaryTest } from "@flowright/expressions";
import type { Region } from "./region.ts";

/** A border between two places: right before a value or right after it. */
export interface Cut {
  readonly value: FeelValue;
  readonly after: boolean;
}

/** A set of values that no cell of the column tells apart. */
export interface Atom {
  /** One of them, for examples. */
  readonly value: FeelValue;
  /** `value`: only this one. `other`: every value that no cell names. `range`: those between two cuts. */
  readonly kind: "value" | "other" | "range";
  /** Of a range; null: open on that side. */
  readonly low?: Cut | null;
  readonly high?: Cut | null;
}

/** The values of a column, in as few pieces as its cells need. */
export interface Axis {
  readonly atoms: readonly Atom[];
  /** Whether the values are whole steps, so that there is none between 1 and 2. */
  readonly discrete: boolean;
  /** The places that a `value` or `interval` accepts; null: it cannot be told. */
  placesOf(test: Extract<UnaryTest, { type: "value" | "interval" }>): Region | null;
}

type Named = Extract<UnaryTest, { type: "value" | "interval" }>;

/** Every value and interval that the tests name, inside `not`, too. */
export function namedIn(tests: readonly UnaryTest[]): Named[] {
  return tests.flatMap((test) => {
    if (test.type === "not") return namedIn(test.tests);
    return test.type === "value" || test.type === "interval" ? [test] : [];
  });
}
