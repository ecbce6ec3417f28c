import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("totals and averages", () => {
  it.each([
    ["sum([0.1, 0.2, 0.3])", 0.6],
    ["sum(1, 2)", 3],
    ["sum([])", 0],
    ['sum([@"PT1H", @"PT30M"])', "PT1H30M"],
    ["sum([1, null])", "error no-result"],
    ["min([3, 1, 2])", 1],
    ["max(3, 1, 2)", 3],
    ['max([@"2026-01-01", @"2026-03-01"])', "2026-03-01"],
    ["min([])", "error no-result"],
    ["product([2, 3, 4])", 24],
    ["mean([1, 2, 4.5])", 2.5],
    ["median([8, 2, 5, 3, 4])", 4],
    ["median([6, 1, 2, 3])", 2.5],
    ["stddev([2, 4, 7, 5])", "2.081665999466132735282297706979931"],
    ["mode([6, 3, 9, 6, 6])", [6]],
    ["mode([6, 1, 9, 6, 1])", [1, 6]],
    ["all([true, null])", null],
    ["all([true, false, null])", false],
    ["any([false, null, true])", true],
    ["any([1])", "error not-boolean"],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
