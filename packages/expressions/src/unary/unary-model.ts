import type { FeelValue } from "../value/feel-value.ts";

/**
 * What one test of a cell accepts, as far as it can be told without values. Bounds and values are numbers,
 * texts, booleans, dates, times and durations as expressions have them; `compareFeel` orders them.
 */
export type UnaryTest =
  /** `5`, `"a"`, `null`, `= 5`: exactly this value. */
  | { readonly type: "value"; readonly value: FeelValue }
  /** `[1..5)`, `< 10`: a bound that is null is open, as far as the kind of the input goes. */
  | {
      readonly type: "interval";
      readonly low: FeelValue;
      readonly lowClosed: boolean;
      readonly high: FeelValue;
      readonly highClosed: boolean;
    }
  /** `!= 5`: what none of these accepts. */
  | { readonly type: "not"; readonly tests: readonly UnaryTest[] }
  /** `true` for an input that is no boolean: every value. */
  | { readonly type: "any" }
  /** `false` for an input that is no boolean: no value. */
  | { readonly type: "never" }
  /** Anything that depends on variables or computes. */
  | { readonly type: "opaque" };

/** The tests of a cell: `-` takes every value, `tests` what one of them accepts, `not` what none accepts. */
export type UnaryTestModel =
  | { readonly type: "any" }
  | { readonly type: "tests"; readonly tests: readonly UnaryTest[] }
  | { readonly type: "not"; readonly tests: readonly UnaryTest[] };
