/** A value that a comparison compares with. */
export type ConditionValue =
  | { readonly text: string }
  /** Decimal digits as written, e.g. `500` or `0.7`. */
  | { readonly number: string }
  /** An ISO date, time, date-time or duration. */
  | { readonly moment: string }
  /** Another field, by its dotted path. */
  | { readonly field: string };

export type PlainOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** One line of the condition builder: a field, by its dotted path, and what is asked about it. */
export type Comparison =
  | { readonly path: string; readonly operator: PlainOperator; readonly value: ConditionValue }
  | { readonly path: string; readonly operator: "in"; readonly values: readonly ConditionValue[] }
  | {
      readonly path: string;
      readonly operator: "between";
      readonly values: readonly [ConditionValue, ConditionValue];
    }
  | { readonly path: string; readonly operator: "contains"; readonly value: ConditionValue }
  | { readonly path: string; readonly operator: "is empty" | "is not empty" | "yes" | "no" };

/** What the condition builder shows: all or any of several comparisons and groups. */
export type Condition =
  | { readonly all: readonly (Comparison | Condition)[] }
  | { readonly any: readonly (Comparison | Condition)[] };
