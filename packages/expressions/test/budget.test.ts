import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkExpression,
  compileExpression,
  completionsAt,
  conditionOf,
  type FieldTypes,
  toJson,
} from "../src/index.ts";
import { NOW, resultOf } from "./result-of.ts";

const types: FieldTypes = {
  amount: { type: "string", format: "money" },
  lines: { type: "array", items: {} },
};

/** Every door into the package; whatever they say, they must answer. */
function tryEverything(source: string): void {
  for (const known of [undefined, types]) {
    const compiled = compileExpression(source, known);
    expect(compiled).toHaveProperty(compiled.ok ? "expression" : "error.message.zh-CN");
    if (!compiled.ok) continue;
    const evaluated = compiled.expression.evaluate({ amount: "5.00", lines: [{ a: 1 }], a: 1 }, { now: NOW });
    if (evaluated.ok) toJson(evaluated.value);
    else expect(evaluated.error.message.en).not.toBe("");
  }
  checkExpression(source, types, "boolean");
  conditionOf(source);
  completionsAt(source, Math.floor(source.length / 2), types);
}

const WORDS = [
  "amount",
  "lines",
  "item",
  "1",
  "0.1",
  '"退"',
  "null",
  "true",
  "+",
  "-",
  "*",
  "/",
  "**",
  "=",
  "!=",
  "<",
  ">=",
  "and",
  "or",
  "not(",
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ":",
  ",",
  ".",
  "..",
  "if",
  "then",
  "else",
  "for",
  "in",
  "return",
  "some",
  "every",
  "satisfies",
  "between",
  "instance of",
  "function(",
  '@"P1D"',
  "date(",
  "sum(",
  "?",
  "`",
  "//",
  "/*",
  "\\",
  "__proto__",
  "constructor",
  "\n",
  "days and time duration",
  "list<",
  "external",
];
const SEEDS = [
  "amount > 500 or risk >= 0.7",
  'if amount > 1 then "a" else string(amount)',
  'some l in lines satisfies l.grade = "D"',
  "for i in 1..3 return partial[-1] + i",
  "{f: function(x) x + 1, r: f(2)}.r",
  "lines[item.a > 1][1].a",
  'date("2026-11-24") + duration("P1M")',
];

describe("any text ends in a value or an error", () => {
  it("random characters", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), tryEverything), { numRuns: 500 });
  });

  it("words of the language in any order", () => {
    const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join(" "));
    fc.assert(fc.property(sentence, tryEverything), { numRuns: 1500 });
  });

  it("valid expressions with a piece cut, doubled or replaced", () => {
    const mutated = fc
      .tuple(fc.constantFrom(...SEEDS), fc.nat(60), fc.nat(20), fc.constantFrom("", ...WORDS))
      .map(([seed, from, length, word]) => seed.slice(0, from) + word + seed.slice(from + length));
    fc.assert(fc.property(mutated, tryEverything), { numRuns: 1500 });
  });
});

describe("hostile expressions end within the budget", () => {
  it.each([
    ["too many brackets", "(".repeat(5000), "too-deep"],
    ["a long source", `1${"+1".repeat(500_000)}`, "too-long"],
    ["deep conditions", "for a in [1] return ".repeat(400), "error"],
    ["a long chain", `1${"+1".repeat(4000)}`, "error"],
    ["many signs", `${"-".repeat(9000)}1`, "error"],
    ["many names", "a ".repeat(4900), "error"],
    ["many quotes", '""'.repeat(4900), "error"],
    ["an endless loop", "for i in 1..1000000000 return i", "too-many-steps"],
    ["loops in loops", "for a in 1..1000, b in 1..1000 return a", "too-many-steps"],
    [
      "a text that doubles",
      'for i in 1..60 return if i = 1 then "aaaaaaaa" else partial[-1] + partial[-1]',
      "too-large",
    ],
    [
      "a list that doubles",
      "for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])",
      "error",
    ],
    ["a function that calls itself", "{f: function(g) g(g), r: f(f)}.r", "calls-too-deep"],
    [
      "deep conditions in functions",
      `{f: function(g) ${"some a in [1], b in [1] satisfies ".repeat(45)}g(g), r: f(f)}.r`,
      "calls-too-deep",
    ],
    [
      "deep functions",
      `{f: function(g) ${"1+(".repeat(90)}g(g)${")".repeat(90)}, r: f(f)}.r`,
      "calls-too-deep",
    ],
    [
      "deep functions in loops",
      `{f: function(g) ${"[1][count([".repeat(20)}g(g)${"]) > 0]".repeat(20)}, r: f(f)}.r`,
      "calls-too-deep",
    ],
    ["a huge exponent", "9.99999999 ** 999999.5", "number-range"],
    ["a huge literal", "1e999999999999", "bad-number"],
    ["a pattern that explodes", 'matches("a", "((a{1,1000}){1,1000}){1,1000}")', "too-many-steps"],
    [
      "lists that contain each other",
      "(for i in 1..90 return [partial[-1], partial[-1]]) = (for i in 1..90 return [partial[-1], partial[-1]])",
      "too-many-steps",
    ],
  ])("%s", (_name, source, code) => {
    expect(String(resultOf(source))).toContain(code);
    tryEverything(source);
  });

  it("searches a long text in linear time", () => {
    expect(resultOf('matches(text, "^(a+)+$")', { text: `${"a".repeat(20_000)}!` })).toBe(false);
  });

  it("takes the number of steps from the caller", () => {
    expect(resultOf("sum(for i in 1..100 return i)", {}, undefined, 50)).toBe("error too-many-steps");
    expect(resultOf("sum(for i in 1..100 return i)")).toBe(5050);
  });

  it("does not remember names from one text to the next", () => {
    const source = "for a b in [1] return a b";
    const before = resultOf("a b");
    expect(resultOf(source)).toEqual([1]);
    expect(resultOf("a b")).toEqual(before);
  });
});
