import type { Decimal as Base } from "decimal.js";
import type { FeelNumber } from "../value/feel-value.ts";
import { Decimal } from "./decimal.ts";

/**
 * A decimal of at most 15 significant digits survives the way into a double and back, so a double whose
 * scaled integer stays below this bound names exactly one decimal and arithmetic on the integers is exact.
 */
const EXACT = 1e15;
const SCALE = 1e4;

export function toDecimal(value: FeelNumber): Base {
  return typeof value === "number" ? new Decimal(value) : value;
}

/** The canonical form of a decimal; null when it is out of range (or no number at all). */
export function fromDecimal(value: Base): FeelNumber | null {
  if (!value.isFinite()) return null;
  if (value.isZero()) return 0;
  if (value.precision() <= 15 && Math.abs(value.e) <= 300) return value.toNumber();
  if (value.precision(true) <= 16 && value.isInteger() && value.abs().lte(Number.MAX_SAFE_INTEGER)) {
    return value.toNumber();
  }
  return value.precision() > 34 ? new Decimal(value.toSignificantDigits(34)) : value;
}

/** The number a text writes; null when it writes none or one out of range. */
export function parseNumber(text: string): FeelNumber | null {
  if (text.length <= 15 && /^-?\d+(\.\d+)?$/.test(text)) return Number(text) + 0;
  if (text.length > 400 || !/^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,6})?$/.test(text)) return null;
  return fromDecimal(new Decimal(text).toSignificantDigits(34));
}

export function add(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === "number" && typeof b === "number") {
    const x = Math.round(a * SCALE);
    const y = Math.round(b * SCALE);
    const sum = x + y;
    if (small(x) && small(y) && small(sum) && x / SCALE === a && y / SCALE === b) return sum / SCALE + 0;
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(a + b)) return a + b;
  }
  return fromDecimal(toDecimal(a).plus(toDecimal(b)));
}

export function negate(a: FeelNumber): FeelNumber {
  return typeof a === "number" ? 0 - a : a.negated();
}

export function subtract(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  return add(a, negate(b));
}

export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === "number" && typeof b === "number") {
    const x = Math.round(a * SCALE);
    const y = Math.round(b * SCALE);
    const product = x * y;
    if (small(x) && small(y) && small(product) && x / SCALE === a && y / SCALE === b) {
      return product / (SCALE * SCALE) + 0;
    }
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(a * b)) return a * b + 0;
  }
  return fromDecimal(toDecimal(a).times(toDecimal(b)));
}

/** null also for a division by zero. */
export function divide(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (typeof a === "number" && typeof b === "number" && b !== 0) {
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b) && a % b === 0) return a / b + 0;
  }
  const divisor = toDecimal(b);
  return divisor.isZero() ? null : fromDecimal(toDecimal(a).div(divisor));
}

export function power(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  const exponent = toDecimal(b);
  if (exponent.abs().gt(1e6)) return null;
  return fromDecimal(toDecimal(a).pow(exponent));
}

/** Doubles compare as the decimals they stand for, because the nearest double is monotone in the decimal. */
export function compareNumbers(a: FeelNumber, b: FeelNumber): number {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  return toDecimal(a).cmp(toDecimal(b));
}

/** Plain notation, as FEEL's string() writes it. */
export function numberText(value: FeelNumber): string {
  if (typeof value === "number" && Math.abs(value) < 1e21 && (value === 0 || Math.abs(value) >= 1e-6)) {
    return String(value === 0 ? 0 : value);
  }
  return toDecimal(value).toFixed();
}

/** An amount as it is stored: two places at least, and more where it has them. */
export function moneyDigits(value: FeelNumber): string {
  const amount = toDecimal(value);
  return amount.toFixed(Math.max(2, amount.decimalPlaces()));
}

/** The integer of a number, null when it is not a safe integer. */
export function integerOf(value: FeelNumber): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : null;
}

/** The whole part of a number, null when it is not a safe integer. */
export function wholePart(value: FeelNumber): number | null {
  const whole = typeof value === "number" ? Math.trunc(value) + 0 : value.trunc().toNumber();
  return Number.isSafeInteger(whole) ? whole : null;
}

function small(scaled: number): boolean {
  return scaled < EXACT && scaled > -EXACT;
}
