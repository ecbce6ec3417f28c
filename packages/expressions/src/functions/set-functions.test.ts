import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("lists as sets", () => {
  it.each([
    ["distinct values([1, 2, 3, 2, 1])", [1, 2, 3]],
    ["distinct values([{a: 1}, {a: 1}])", [{ a: 1 }]],
    ["union([1, 2], [2, 3])", [1, 2, 3]],
    ["duplicate values([1, 2, 1, 3, 3])", [1, 3]],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
