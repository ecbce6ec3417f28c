/** A text for people: one string, or one per language. */
export type DecisionText =
  | string
  | { readonly en?: string | undefined; readonly "zh-CN"?: string | undefined };

export type HitPolicy = "unique" | "any" | "priority" | "first" | "ruleOrder" | "outputOrder" | "collect";

export type Aggregator = "list" | "sum" | "min" | "max" | "count";

/** The type of a column. `money` is a number in expressions and a decimal string where it is stored. */
export type ColumnType =
  | "string"
  | "number"
  | "integer"
  | "boolean"
  | "date"
  | "date-time"
  | "time"
  | "duration"
  | "money";

/** A column of conditions. */
export interface DecisionInput {
  readonly id: string;
  readonly label?: DecisionText | undefined;
  /** FEEL over the variables, mostly a field. */
  readonly expression: string;
  readonly type: ColumnType;
  /** The values that may come, as unary tests or as a list. */
  readonly values?: string | readonly (string | number | boolean)[] | undefined;
}

/** A column of results. */
export interface DecisionOutput {
  readonly name: string;
  readonly label?: DecisionText | undefined;
  readonly type: ColumnType;
  /** The values that may result, the most important first. */
  readonly values?: readonly (string | number | boolean)[] | undefined;
  /** FEEL: the result when no rule matches. */
  readonly default?: string | undefined;
}

/** A row. */
export interface DecisionRule {
  readonly id: string;
  /** Unary tests, one per input; `-` or nothing takes every value. */
  readonly when: readonly string[];
  /** FEEL, one per output. */
  readonly then: readonly string[];
  readonly note?: DecisionText | undefined;
}

/** A decision table as `schemas/workflow/v1/decision-table.schema.json` has it. */
export interface DecisionTable {
  readonly id?: string | undefined;
  readonly name?: DecisionText | undefined;
  readonly hitPolicy: HitPolicy;
  readonly aggregator?: Aggregator | undefined;
  readonly inputs: readonly DecisionInput[];
  readonly outputs: readonly DecisionOutput[];
  readonly rules: readonly DecisionRule[];
}
