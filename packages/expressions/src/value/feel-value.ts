import type { Decimal } from "decimal.js";

/**
 * A FEEL number. A JavaScript number stands for the decimal that `String(n)` writes; everything that needs
 * more than 15 significant digits (and is no safe integer) is a Decimal of up to 34 digits.
 */
export type FeelNumber = number | Decimal;

/** A calendar date; `day` counts days since 1970-01-01. */
export interface FeelDate {
  readonly kind: "date";
  readonly day: number;
}

/**
 * A time of day in nanoseconds since midnight; `offset` in seconds east of Greenwich, null without a time zone.
 * `zone` is the name of the time zone (`Europe/Paris`), null when it was given as an offset.
 */
export interface FeelTime {
  readonly kind: "time";
  readonly nanos: number;
  readonly offset: number | null;
  readonly zone: string | null;
}

/** A day and a time of that day, both of the wall clock; `offset` is the zone's at that moment. */
export interface FeelDateTime {
  readonly kind: "date and time";
  readonly day: number;
  readonly nanos: number;
  readonly offset: number | null;
  readonly zone: string | null;
}

/** Milliseconds rounded down, and the nanoseconds (0 to 999,999) on top of them. */
export interface DaysDuration {
  readonly kind: "days and time duration";
  readonly ms: number;
  readonly nanos: number;
}

export interface MonthsDuration {
  readonly kind: "years and months duration";
  readonly months: number;
}

/** `low` or `high` undefined: open on that side, as in `> 3`. */
export interface FeelRange {
  readonly kind: "range";
  readonly low: FeelValue | undefined;
  readonly high: FeelValue | undefined;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
  /** Written as `(= 3)`: from 3 to 3, but not the same as `[3..3]`. */
  readonly single?: true;
}

export interface FeelFunction {
  readonly kind: "function";
  readonly name: string;
  readonly parameters: readonly string[];
  /** The types of the parameters and of the result, as far as they are declared. */
  readonly types?: readonly (FeelType | null)[];
  readonly returns?: FeelType;
  readonly call: (values: readonly FeelValue[]) => FeelValue;
}

/** Named values. Where the entries come from JSON they are converted when they are read. */
export interface FeelContext {
  readonly kind: "context";
  /** undefined: there is no such entry. */
  get(name: string): FeelValue | undefined;
  names(): readonly string[];
}

/** Any value of an expression. */
export type FeelValue =
  | null
  | boolean
  | string
  | FeelNumber
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysDuration
  | MonthsDuration
  | FeelRange
  | FeelFunction
  | FeelContext
  | readonly FeelValue[];

/** A FEEL type: `number`, `list<string>`, `context<a: number>`, `function<number> -> string`, or one by name. */
export interface FeelType {
  /** `Any`, `Null`, a kind of value, or the name of a type that is declared elsewhere. */
  readonly name: string;
  /** Of a list or range: what is in it; null when anything may be. */
  readonly element: FeelType | null;
  /** Of a context: the entries it must have. */
  readonly entries: readonly { readonly name: string; readonly type: FeelType }[];
  /** Of a function: its parameters and its result; null when any will do. */
  readonly parameters: readonly FeelType[] | null;
  readonly returns: FeelType | null;
  /** Which of the values belong to it; null when all do. */
  readonly allows: ((value: FeelValue) => boolean) | null;
}

/** Types that are declared, by name. */
export type FeelTypes = ReadonlyMap<string, FeelType>;
