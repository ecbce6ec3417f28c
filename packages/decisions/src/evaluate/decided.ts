import type { FeelValue, Json } from "@flowright/expressions";
import type { DecisionProblem } from "../problem/decision-problem.ts";

/** What a table decided. */
export type Decided =
  | {
      readonly ok: true;
      readonly match: "rules" | "default";
      /** One output: its value. Several: a context of them. Policies of several rules: a list of these. */
      readonly value: FeelValue;
      /** The ids of the rules behind the value, in the order of its parts. */
      readonly rules: readonly string[];
    }
  /** No rule matches and there is no default: DMN's null. `problem` tells it where a flow hangs on the decision. */
  | {
      readonly ok: true;
      readonly match: "none";
      readonly value: null;
      readonly rules: readonly [];
      readonly problem: DecisionProblem;
    }
  | { readonly ok: false; readonly error: DecisionProblem };

export interface DecisionContext {
  /** An ISO instant. */
  readonly now: string;
  /** Bounds the work of each cell; 10,000 unless given. */
  readonly steps?: number;
}

export type Variables = { readonly [name: string]: Json | undefined };

/** The values of the inputs: as expressions have them, and as the tests of the cells take them. */
export interface InputValues {
  readonly feel: readonly FeelValue[];
  readonly carried: readonly Json[];
}

/** A value, or the problem that there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: DecisionProblem };

export function failed(error: DecisionProblem): { ok: false; error: DecisionProblem } {
  return { ok: false, error };
}

/** The values of all, or the first problem. */
export function allOf<T, U>(items: readonly T[], each: (item: T, index: number) => Result<U>): Result<U[]> {
  const values: U[] = [];
  for (const [index, item] of items.entries()) {
    const result = each(item, index);
    if (!result.ok) return result;
    values.push(result.value);
  }
  return { ok: true, value: values };
}
