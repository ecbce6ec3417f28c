import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("functions on numbers", () => {
  it.each([
    ["decimal(1/3, 2)", 0.33],
    ["decimal(1.5, 0)", 2],
    ["decimal(2.5, 0)", 2],
    ["floor(1.5)", 1],
    ["floor(-1.56, 1)", -1.6],
    ["ceiling(1.5)", 2],
    ["round up(-5.5, 0)", -6],
    ["round down(5.5, 0)", 5],
    ["round half up(2.5, 0)", 3],
    ["round half up(1234.565, 2)", 1234.57],
    ["round half down(5.5, 0)", 5],
    ["round half up(1250, -2)", 1300],
    ["abs(-10)", 10],
    ['abs(@"-PT5H")', "PT5H"],
    ["modulo(12, 5)", 2],
    ["modulo(-12, 5)", 3],
    ["modulo(5.5, -3)", -0.5],
    ["modulo(1, 0)", "error division-by-zero"],
    ["sqrt(16)", 4],
    ["sqrt(-1)", "error number-range"],
    ["decimal(log(100), 8)", 4.60517019],
    ["decimal(exp(5), 8)", 148.4131591],
    ["odd(5)", true],
    ["even(5)", false],
    ["even(-2)", true],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
