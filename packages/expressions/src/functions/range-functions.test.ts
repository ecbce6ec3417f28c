import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("relations between points and ranges", () => {
  it.each([
    ["before(1, 10)", true],
    ["before([1..5), 5)", true],
    ["before([1..5], 5)", false],
    ["after([5..10], [1..5))", true],
    ["meets([1..5], [5..10])", true],
    ["met by([5..10], [1..5])", true],
    ["overlaps([1..5], [3..8])", true],
    ["overlaps([1..5), [5..8])", false],
    ["overlaps before([1..5], [3..8])", true],
    ["overlaps before([3..8], [1..5])", false],
    ["overlaps after([3..8], [1..5])", true],
    ["includes([1..10], 5)", true],
    ["includes([1..10], [4..12])", false],
    ["during(5, [1..10])", true],
    ["starts(1, [1..10])", true],
    ["started by([1..10], [1..5])", true],
    ["finishes(10, [1..10])", true],
    ["finished by([1..10], [5..10])", true],
    ["coincides([1..5], [1..5])", true],
    ["coincides([1..5], [1..5))", false],
    ['before(1, "a")', "error wrong-operands"],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
