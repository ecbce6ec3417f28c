import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("filters", () => {
  it.each([
    ["[10, 20, 30][2]", 20],
    ["[10, 20, 30][-1]", 30],
    ["[10, 20, 30][4]", null],
    ["[10, 20, 30][0]", "error wrong-operand"],
    ["[10, 20, 30][item > 15]", [20, 30]],
    ["[{x: 1, y: 2}, {x: 2, y: 3}][x = 2].y", [3]],
    ["[{item: 1}, {item: 2}][item >= 2]", [{ item: 2 }]],
    ["[{x: [1, 2]}][1].x[2]", 2],
    ["[[1], [2]][count(item) = 1]", [[1], [2]]],
    ["null[1]", "error wrong-operand"],
    ["[1, 2][null]", "error not-boolean"],
    ["{x: 1}[x = 1]", [{ x: 1 }]],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
