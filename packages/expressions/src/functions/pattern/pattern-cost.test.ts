import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { patternCost } from "./pattern-cost.ts";

describe("patternCost", () => {
  it.each([
    ["", 0, false],
    ["abc", 3, false],
    ["a{5}", 5, false],
    ["a{2,5}b", 6, false],
    ["a{3,}", 3, false],
    ["(ab){10}", 40, false],
    ["((a{10}){10}){10}", 1220, false],
    ["[a-z]{4}\\d+", 5, false],
    ["\\p{L}{10}", 10, false],
    ["[]a]{10}", 10, false],
    ["\\{9}", 3, false],
    ["a|b*", 3, true],
    ["(a.*x)?a", 6, true],
    ["a.*x", 3, false],
    ["(ab)c*", 5, false],
    ["((((", 0, false],
    ["))))", 8, false],
  ])("%s", (pattern, size, looksFar) => {
    expect(patternCost(pattern)).toEqual({ size, looksFar });
  });

  it("ends for every text", () => {
    const piece = fc.constantFrom(
      "[",
      "]",
      "\\",
      "{",
      "}",
      "{2}",
      "{2,",
      "(",
      ")",
      "*",
      "?",
      "a",
      "|",
      "\\p{L}",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(patternCost(pieces.join("")).size).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
