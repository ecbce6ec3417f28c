import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("in and instance of", () => {
  it.each([
    ["5 in [1..5]", true],
    ["5 in [1..5)", false],
    ["5 in (> 3)", true],
    ["5 in (1, 2, > 4)", true],
    ["5 in ([1, 5])", true],
    ['"a" in ("b", "c")', false],
    ['null in ("b", null)', true],
    ["null in [1..5]", "error null-operand"],
    ["5 in (? > 4)", true],
    ["5 in [[1..3], [4..6]]", true],
    ["[1] in [[1], [2]]", true],
    ['@"2026-11-24" in [@"2026-11-01"..@"2026-12-01")', true],
    ["[5..1].start", 5],
    ["(1..3).start included", false],
    ["1 instance of number", true],
    ['"a" instance of number', false],
    ["null instance of number", false],
    ["[1, 2] instance of list<number>", true],
    ['[1, "a"] instance of list<number>', false],
    ["{a: 1} instance of context<a: number>", true],
    ['@"P1D" instance of days and time duration', true],
    ["1 instance of Unicorn", "error unsupported"],
    ["? > 1", "error unsupported"],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
