import { fail } from "../error/failure.ts";
import type { CompareOperator } from "../syntax/syntax.ts";
import { compareValues } from "../value/compare.ts";
import { describe } from "../value/describe.ts";
import type { FeelRange, FeelValue } from "../value/feel-value.ts";
import { KIND_EN, KIND_ZH } from "../value/kind-names.ts";
import { kindOf } from "../value/kind-of.ts";
import { equal } from "./equality.ts";
import type { Place, Run } from "./run.ts";

/** The two sides of an operator as the author wrote them. */
export interface Sides {
  readonly left: string;
  readonly right: string;
}

/** Applies a comparison. Equality may ask about null; everything else needs two values of one kind. */
export function compareBy(
  operator: CompareOperator,
  a: FeelValue,
  b: FeelValue,
  run: Run,
  place: Place,
  sides: Sides,
): boolean {
  if (operator === "=" || operator === "!=") {
    if (a !== null && b !== null && typeof a !== typeof b) differ(operator, a, b, place);
    const same = equal(a, b, run, place);
    if (!same && a !== null && b !== null) requireSameKind(operator, a, b, place);
    return same === (operator === "=");
  }
  const order = orderOf(operator, a, b, place, sides);
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

/** The order of two values, or an error that quotes them. */
export function orderOf(operator: string, a: FeelValue, b: FeelValue, place: Place, sides: Sides): number {
  if (a === null || b === null) return nullOperand(operator, a, b, place, sides);
  const order = compareValues(a, b);
  if (typeof order === "number") return order;
  if (order === "zones") {
    return fail("mixed-zones", place.at, { part: place.part, left: describe(a), right: describe(b) });
  }
  return wrongOperands(operator, a, b, place);
}

/** Whether a value lies in a range. */
export function inRange(value: FeelValue, range: FeelRange, place: Place, sides: Sides): boolean {
  if (range.low !== undefined) {
    const order = orderOf("in", value, range.low, place, sides);
    if (order < 0 || (order === 0 && !range.lowIncluded)) return false;
  }
  if (range.high !== undefined) {
    const order = orderOf("in", value, range.high, place, sides);
    if (order > 0 || (order === 0 && !range.highIncluded)) return false;
  }
  return true;
}

export function nullOperand(operator: string, a: FeelValue, b: FeelValue, place: Place, sides: Sides): never {
  return fail("null-operand", place.at, {
    part: place.part,
    operator,
    operand: a === null ? sides.left : sides.right,
    left: describe(a),
    right: describe(b),
  });
}

export function wrongOperands(operator: string, a: FeelValue, b: FeelValue, place: Place): never {
  return fail("wrong-operands", place.at, {
    part: place.part,
    operator,
    left: describe(a),
    leftType: KIND_EN[kindOf(a)],
    leftTypeZh: KIND_ZH[kindOf(a)],
    right: describe(b),
    rightType: KIND_EN[kindOf(b)],
    rightTypeZh: KIND_ZH[kindOf(b)],
  });
}

function differ(operator: string, a: FeelValue, b: FeelValue, place: Place): void {
  if (kindOf(a) !== kindOf(b)) wrongOperands(operator, a, b, place);
}

function requireSameKind(operator: string, a: FeelValue, b: FeelValue, place: Place): void {
  if (typeof a === "object" || typeof b === "object") differ(operator, a, b, place);
}
