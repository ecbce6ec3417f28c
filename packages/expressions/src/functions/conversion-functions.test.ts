import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("conversions", () => {
  it.each([
    ["string(1.10)", "1.1"],
    ['string("a")', "a"],
    ["string(true)", "true"],
    ["string(null)", null],
    ['string([1, "a", {b: 2}])', '[1, "a", {b: 2}]'],
    ['string(@"2026-11-24")', "2026-11-24"],
    ["string([1..3))", "[1..3)"],
    ["string(10 ** 20)", "100000000000000000000"],
    ["string(1 / 4000000)", "0.00000025"],
    ['number("12.50")', 12.5],
    ['number("1,234.5", ",", ".")', 1234.5],
    ['number("1.234,5", ".", ",")', 1234.5],
    ['number("x")', "error no-result"],
    ['number("1", ".", ".")', "error no-result"],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
