import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "./decimal.ts";
import {
  add,
  compareNumbers,
  divide,
  multiply,
  numberText,
  parseNumber,
  subtract,
  toDecimal,
} from "./feel-number.ts";

/** Decimals of every length: short ones take the fast path, long ones must not. */
const digits = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([whole, places]) => new Decimal(whole.toString()).div(new Decimal(10).pow(places)).toFixed());
const short = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([whole, places]) => new Decimal(whole).div(new Decimal(10).pow(places)).toFixed());
const number = fc.oneof(digits, short);

function read(text: string) {
  const value = parseNumber(text);
  if (value === null) throw new Error(text);
  return value;
}

describe("numbers", () => {
  it("add, subtract, multiply and compare as decimals of 34 digits do", () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [x, y] = [new Decimal(a), new Decimal(b)];
        const [m, n] = [read(a), read(b)];
        expect(numberText(add(m, n) ?? 0)).toBe(x.plus(y).toFixed());
        expect(numberText(subtract(m, n) ?? 0)).toBe(x.minus(y).plus(0).toFixed());
        expect(numberText(multiply(m, n) ?? 0)).toBe(
          x.times(y).plus(0).abs().isZero() ? "0" : x.times(y).toFixed(),
        );
        expect(compareNumbers(m, n)).toBe(x.cmp(y));
      }),
      { numRuns: 2000 },
    );
  });

  it("divide as decimals do, and not by zero", () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const divisor = new Decimal(b);
        const quotient = divide(read(a), read(b));
        if (divisor.isZero()) expect(quotient).toBeNull();
        else expect(toDecimal(quotient ?? Number.NaN).eq(new Decimal(a).div(divisor))).toBe(true);
      }),
    );
  });

  it("keep every digit that is written", () => {
    fc.assert(
      fc.property(number, (text) => {
        expect(numberText(read(text))).toBe(new Decimal(text).isZero() ? "0" : text);
      }),
    );
  });

  it("refuse what is no decimal or out of range", () => {
    expect(["", "x", "1e", "--1", "0x10", "1e999999", "Infinity", "NaN", "１"].map(parseNumber)).toEqual(
      Array.from({ length: 9 }, () => null),
    );
  });
});
