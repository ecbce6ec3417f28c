import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("not and is", () => {
  it.each([
    ["not(true)", false],
    ["not(1 = 2)", true],
    ["not(null)", "error bad-argument"],
    ['not("x")', "error bad-argument"],
    ["is(1, 1.0)", true],
    ['is(1, "1")', false],
    ["is(null, null)", true],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
