import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("functions on lists", () => {
  it.each([
    ["count([1, 2, 3])", 3],
    ["count(5)", 1],
    ["count(null)", "error bad-argument"],
    ["list contains([1, 2], 2.0)", true],
    ["list contains([1, null], null)", true],
    ["list contains([{a: [1]}], {a: [1]})", true],
    ["sublist([4, 5, 6], 2)", [5, 6]],
    ["sublist([4, 5, 6], -2, 1)", [5]],
    ["sublist([4], 3)", "error no-result"],
    ["append([1], 2, 3)", [1, 2, 3]],
    ["concatenate([1, 2], [3])", [1, 2, 3]],
    ["insert before([1, 3], 2, 2)", [1, 2, 3]],
    ["remove([1, 2, 3], 2)", [1, 3]],
    ["list replace([2, 4, 7], 3, 6)", [2, 4, 6]],
    ["list replace([2, 4, 7], function(item, newItem) item > newItem, 5)", [2, 4, 5]],
    ["reverse([1, 2, 3])", [3, 2, 1]],
    ["index of([1, 2, 3, 2], 2)", [2, 4]],
    ["flatten([[1, 2], [[3]], 4])", [1, 2, 3, 4]],
    ["sort([3, 1, 2])", [1, 2, 3]],
    ["sort([3, 1, 2], function(x, y) x > y)", [3, 2, 1]],
    ['sort([1, "a"])', "error no-result"],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
