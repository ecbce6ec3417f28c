import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("for, some and every", () => {
  it.each([
    ["for i in [1, 2, 3] return i * i", [1, 4, 9]],
    ["for i in 1..3 return i", [1, 2, 3]],
    ["for i in 3..1 return i", [3, 2, 1]],
    ["for i in (1..4) return i", [2, 3]],
    ["for x in [1, 2], y in [10, 20] return x + y", [11, 21, 12, 22]],
    ["for i in 1..5 return if i <= 2 then 1 else partial[-1] + partial[-2]", [1, 1, 2, 3, 5]],
    ['for d in @"2026-11-30"..@"2026-12-01" return d', ["2026-11-30", "2026-12-01"]],
    ["for i in null return i", "error wrong-operand"],
    ["some x in [1, 2] satisfies x > 1", true],
    ["some x in [] satisfies x > 1", false],
    ["every x in [1, 2] satisfies x > 1", false],
    ["every x in [] satisfies x > 1", true],
    ["some x in [null, 1] satisfies x > 0", "error null-operand"],
    ["some x in [1] satisfies x", "error not-boolean"],
    ["every x in [1, 2], y in [3] satisfies x < y", true],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
