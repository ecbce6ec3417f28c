import type { Expression, FeelValue, UnaryTests } from "@flowright/expressions";
import type { DecisionInput, DecisionOutput, DecisionRule, DecisionTable } from "../table/decision-table.ts";

/** The cells of a column: equal texts are compiled once. */
export interface PreparedInput {
  readonly input: DecisionInput;
  /** Null: the expression has a problem. */
  readonly expression: Expression | null;
  /** The different cells of the column; null: the cell has a problem. */
  readonly tests: readonly (UnaryTests | null)[];
  /** The values that may come, where they are listed. */
  readonly listed: readonly FeelValue[] | null;
  /** The values that may come, where tests say so. */
  readonly allowed: UnaryTests | null;
  /** The choices of the field that the column looks at. */
  readonly choices: readonly FeelValue[] | null;
}

export interface PreparedOutput {
  readonly output: DecisionOutput;
  /** The values that may result, the most important first. */
  readonly listed: readonly FeelValue[] | null;
  readonly default: Expression | null;
}

export interface PreparedRule {
  readonly rule: DecisionRule;
  /** For each input the place of its cell among the column's `tests`. */
  readonly when: readonly number[];
  /** For each output its expression; null: the cell has a problem. */
  readonly results: readonly (Expression | null)[];
  /** For each output what the cell gives in every case; undefined: it is computed. */
  readonly constants: readonly (FeelValue | undefined)[];
}

/** A table with its cells compiled as far as they can be. */
export interface PreparedTable {
  readonly table: DecisionTable;
  readonly inputs: readonly PreparedInput[];
  readonly outputs: readonly PreparedOutput[];
  readonly rules: readonly PreparedRule[];
}
