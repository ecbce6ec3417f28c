import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { re2Pattern } from "./xpath-pattern.ts";

const PLAIN = { spaced: false, dotAll: false };
const LETTERS = "abcdefghijklmnop";
const range = fc.tuple(fc.nat(15), fc.nat(15)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const written = (ranges: readonly (readonly [number, number])[]): string =>
  ranges.map(([low, high]) => `${LETTERS[low]}-${LETTERS[high]}`).join("");
const within = (ranges: readonly (readonly [number, number])[], at: number): boolean =>
  ranges.some(([low, high]) => at >= low && at <= high);

describe("re2Pattern", () => {
  it("takes one class out of another", () => {
    const ranges = fc.array(range, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(ranges, ranges, fc.boolean(), fc.boolean(), (base, less, notBase, notLess) => {
        const source = `[${notBase ? "^" : ""}${written(base)}-[${notLess ? "^" : ""}${written(less)}]]`;
        const pattern = re2Pattern(source, PLAIN);
        if (typeof pattern !== "string") throw new Error(pattern.problem);
        for (const [at, letter] of [...LETTERS].entries()) {
          const expected = within(base, at) !== notBase && within(less, at) === notLess;
          expect(RE2JS.matches(pattern, letter)).toBe(expected);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["a.b", "a[^\\n\\r]b"],
    ["\\d", "[\\p{Nd}]"],
    ["[\\d-]", "[\\p{Nd}-]"],
    ["[a\\-z]", "[a\\-z]"],
    ["[^\\s]", "[^ \\t\\n\\r]"],
    ["\\p{Lu}", "\\p{Lu}"],
    ["\\.", "\\."],
    ["(?:a|b){2,3}?", "(?:a|b){2,3}?"],
    ["[-a]", "[-a]"],
    ["[&&]", "[\\&\\&]"],
  ])("%s is %s", (source, expected) => {
    expect(re2Pattern(source, PLAIN)).toBe(expected);
  });

  it.each([
    ["\\", "invalid"],
    ["[", "invalid"],
    ["[]", "invalid"],
    ["[a", "invalid"],
    ["[z-a]", "invalid"],
    ["[a-\\d]", "invalid"],
    ["[\\S]", "invalid"],
    ["\\p{ Lu}", "invalid"],
    ["\\p", "invalid"],
    ["\\p{IsNothing}", "invalid"],
    ["\\p{Is__proto__}", "invalid"],
    ["(a)\\1", "back-reference"],
    ["[\\w-[a]]", "subtraction"],
    ["[a-z-[\\d]]", "subtraction"],
    ["[a-z-[b]c]", "invalid"],
  ])("%s: %s", (source, problem) => {
    expect(re2Pattern(source, PLAIN)).toEqual({ problem });
  });

  it("takes spaces out under the flag x, but not out of classes", () => {
    expect(re2Pattern("a b [ ] \\ s", { spaced: true, dotAll: false })).toBe("ab[ ][ \\t\\n\\r]");
  });

  it("gives a pattern that RE2 takes, or says why not, for every text", () => {
    const piece = fc.constantFrom(
      "[",
      "]",
      "^",
      "-",
      "\\",
      "a",
      "z",
      ".",
      "p{L}",
      "p{IsGreek}",
      "d",
      "w",
      "(",
      ")",
      "|",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, spaced) => {
        const pattern = re2Pattern(pieces.join(""), { spaced, dotAll: spaced });
        expect(typeof pattern === "string" || pattern.problem.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
