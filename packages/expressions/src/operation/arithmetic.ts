import { fail } from "../error/failure.ts";
import { add, divide, multiply, power, subtract } from "../number/feel-number.ts";
import { TEXT_LIMIT } from "../syntax/limits.ts";
import type { ArithmeticOperator } from "../syntax/syntax.ts";
import type { FeelNumber, FeelValue } from "../value/feel-value.ts";
import { isNumber } from "../value/kind-of.ts";
import { nullOperand, type Sides, wrongOperands } from "./comparing.ts";
import type { Place, Run } from "./run.ts";
import { temporalArithmetic } from "./temporal-arithmetic.ts";

/** Applies an arithmetic operator to two values. */
export function calculate(
  operator: ArithmeticOperator,
  a: FeelValue,
  b: FeelValue,
  run: Run,
  place: Place,
  sides: Sides,
): FeelValue {
  if (a === null || b === null) return nullOperand(operator, a, b, place, sides);
  if (isNumber(a) && isNumber(b)) return onNumbers(operator, a, b, run, place);
  if (operator === "+" && typeof a === "string" && typeof b === "string") {
    return checkedText(a + b, run, place);
  }
  const result = temporalArithmetic(operator, a, b, place);
  return result === undefined ? wrongOperands(operator, a, b, place) : result;
}

/** A text that may be returned: within the limit, and paid for by its length. */
export function checkedText(text: string, run: Run, place: Place): string {
  if (text.length > TEXT_LIMIT) fail("too-large", place.at, { part: place.part, limit: TEXT_LIMIT });
  if (text.length > 1000) run.spend(Math.ceil(text.length / 1000), place.at);
  return text;
}

function onNumbers(
  operator: ArithmeticOperator,
  a: FeelNumber,
  b: FeelNumber,
  run: Run,
  place: Place,
): FeelNumber {
  switch (operator) {
    case "+":
      return add(a, b) ?? outOfRange(place);
    case "-":
      return subtract(a, b) ?? outOfRange(place);
    case "*":
      return multiply(a, b) ?? outOfRange(place);
    case "/":
      if (isZero(b)) fail("division-by-zero", place.at, { part: place.part });
      return divide(a, b) ?? outOfRange(place);
    case "**":
      run.spend(20, place.at);
      return power(a, b) ?? outOfRange(place);
  }
}

function isZero(value: FeelNumber): boolean {
  return typeof value === "number" ? value === 0 : value.isZero();
}

/** Ends with the error for a number that does not exist. */
export function outOfRange(place: Place): never {
  return fail("number-range", place.at, { part: place.part });
}
