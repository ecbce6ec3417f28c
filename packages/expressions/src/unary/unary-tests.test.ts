import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkUnaryTests,
  compareFeel,
  compileUnaryTests,
  type FieldType,
  type FieldTypes,
  type Json,
  type UnaryTest,
  type UnaryTestModel,
} from "../index.ts";

const NOW = "2026-11-24T08:30:00Z";
const TEXT: FieldType = { type: "string" };
const NUMBER: FieldType = { type: "number" };
const MONEY: FieldType = { type: "string", format: "money" };
const DATE: FieldType = { type: "string", format: "date" };
const YES_NO: FieldType = { type: "boolean" };
const types: FieldTypes = { limit: MONEY, vip: YES_NO, tags: { type: "array", items: TEXT } };

function matches(source: string, input: Json, type?: FieldType): unknown {
  const compiled = compileUnaryTests(source, types, type);
  if (!compiled.ok) return compiled.error.code;
  const result = compiled.tests.matches(input, { limit: "500.00", vip: true, tags: ["a"] }, { now: NOW });
  return result.ok ? result.value : result.error.code;
}

function modelOf(source: string, type?: FieldType): unknown {
  const compiled = compileUnaryTests(source, types, type);
  return compiled.ok ? compiled.tests.parsed : compiled.error.code;
}

describe("unary tests", () => {
  it.each<[string, Json, FieldType | undefined, unknown]>([
    ["-", null, undefined, true],
    ["5", 5, NUMBER, true],
    ["5, 7", 7, NUMBER, true],
    ["5, 7", 6, NUMBER, false],
    ["< 10", 9, NUMBER, true],
    ["<= 10", 10, NUMBER, true],
    ["> 10", 10, NUMBER, false],
    ["!= 10", 10, NUMBER, false],
    ["[1..5)", 5, NUMBER, false],
    ["[1..5]", 5, NUMBER, true],
    ["(1..5)", 1, NUMBER, false],
    ["]1..5[", 5, NUMBER, false],
    ["< 0, [10..20], 99", 99, NUMBER, true],
    ['not("a", "b")', "a", TEXT, false],
    ['not("a", "b")', "c", TEXT, true],
    ["not(< 10)", 10, NUMBER, true],
    ["? > 4 and ? < 6", 5, NUMBER, true],
    ['contains(?, "x")', "axb", TEXT, true],
    ["null", null, TEXT, true],
    ["null", "a", TEXT, false],
    ["not(null)", "a", TEXT, true],
    ['"a"', null, TEXT, false],
    ["< limit", "499.99", MONEY, true],
    ["vip", "a", TEXT, true],
    ["vip", true, YES_NO, true],
    ["vip", false, YES_NO, false],
    ["true", true, YES_NO, true],
    ["false", false, YES_NO, true],
    ["false", "a", TEXT, false],
    ["tags", "a", TEXT, true],
    ["tags", "b", TEXT, false],
    ['["x", "y"]', "y", TEXT, true],
    ['>= date("2026-11-24")', "2026-11-24", DATE, true],
    ['[@"2026-01-01"..@"2026-12-31"]', "2027-01-01", DATE, false],
    ["< 10", null, NUMBER, "expression.null-operand"],
    ["< 10", "a", undefined, "expression.wrong-operands"],
    ["", 1, NUMBER, "expression.empty"],
    ["5,", 1, NUMBER, "expression.incomplete"],
    ["nowt(?)", 1, NUMBER, "expression.unknown-function-near"],
  ])("%s on %j", (source, input, type, expected) => {
    expect(matches(source, input, type)).toBe(expected);
  });

  it("names the variables it reads, not the value under test", () => {
    const compiled = compileUnaryTests("< limit, ? in tags", types, MONEY);
    expect(compiled.ok && compiled.tests.reads).toEqual([["limit"], ["tags"]]);
  });

  it("stops at the budget", () => {
    const compiled = compileUnaryTests("count(for i in 1..100 return i) > ?", types, NUMBER);
    expect(compiled.ok && compiled.tests.matches(1, {}, { now: NOW, steps: 50 })).toMatchObject({
      ok: false,
      error: { code: "expression.too-many-steps" },
    });
  });

  const interval = (low: unknown, lowClosed: boolean, high: unknown, highClosed: boolean): unknown => ({
    type: "interval",
    low,
    lowClosed,
    high,
    highClosed,
  });
  it.each<[string, FieldType | undefined, unknown]>([
    ["-", NUMBER, { type: "any" }],
    [
      "5, -7",
      NUMBER,
      {
        type: "tests",
        tests: [
          { type: "value", value: 5 },
          { type: "value", value: -7 },
        ],
      },
    ],
    ["< 10", NUMBER, { type: "tests", tests: [interval(null, false, 10, false)] }],
    [">= 10", NUMBER, { type: "tests", tests: [interval(10, true, null, false)] }],
    ["[1..5)", NUMBER, { type: "tests", tests: [interval(1, true, 5, false)] }],
    ["? > 5", NUMBER, { type: "tests", tests: [interval(5, false, null, false)] }],
    ["5 > ?", NUMBER, { type: "tests", tests: [interval(null, false, 5, false)] }],
    ["? between 1 and 5", NUMBER, { type: "tests", tests: [interval(1, true, 5, true)] }],
    ["!= 5", NUMBER, { type: "tests", tests: [{ type: "not", tests: [{ type: "value", value: 5 }] }] }],
    ['not("a")', TEXT, { type: "not", tests: [{ type: "value", value: "a" }] }],
    [
      '["a", "b"]',
      TEXT,
      {
        type: "tests",
        tests: [
          { type: "value", value: "a" },
          { type: "value", value: "b" },
        ],
      },
    ],
    ["true", YES_NO, { type: "tests", tests: [{ type: "value", value: true }] }],
    ["true", TEXT, { type: "tests", tests: [{ type: "any" }] }],
    ["null", TEXT, { type: "tests", tests: [{ type: "value", value: null }] }],
    [
      '< date("1970-01-02")',
      DATE,
      { type: "tests", tests: [interval(null, false, { kind: "date", day: 1 }, false)] },
    ],
    ["< limit", MONEY, { type: "tests", tests: [{ type: "opaque" }] }],
    ["< today()", DATE, { type: "tests", tests: [{ type: "opaque" }] }],
    ["? > 1 and ? < 5", NUMBER, { type: "tests", tests: [{ type: "opaque" }] }],
  ])("the model of %s", (source, type, expected) => {
    expect(modelOf(source, type)).toEqual(expected);
  });
});

/** Whether the description of the tests takes a number; undefined where it does not say. */
function takes(model: UnaryTestModel, value: number): boolean | undefined {
  if (model.type === "any") return true;
  const found = model.tests.map((test) => takesTest(test, value));
  const some = found.includes(true) ? true : found.includes(undefined) ? undefined : false;
  return model.type === "not" && some !== undefined ? !some : some;
}

function takesTest(test: UnaryTest, value: number): boolean | undefined {
  switch (test.type) {
    case "any":
      return true;
    case "never":
      return false;
    case "opaque":
      return undefined;
    case "value":
      return test.value === value;
    case "not":
      return !test.tests.some((inner) => takesTest(inner, value));
    case "interval": {
      const low = test.low === null ? 1 : compareFeel(value, test.low);
      const high = test.high === null ? -1 : compareFeel(value, test.high);
      if (low === null || high === null) return undefined;
      return (low > 0 || (low === 0 && test.lowClosed)) && (high < 0 || (high === 0 && test.highClosed));
    }
  }
}

describe("the description of tests", () => {
  it("accepts the numbers that the tests accept", () => {
    const number = fc.integer({ min: -3, max: 9 }).map(String);
    const operator = fc.constantFrom("<", "<=", ">", ">=", "=", "!=");
    const test = fc.oneof(
      number,
      fc.tuple(operator, number).map((parts) => parts.join(" ")),
      fc
        .tuple(fc.constantFrom("[", "(", "]"), number, number, fc.constantFrom("]", ")", "["))
        .map(([open, a, b, close]) => `${open}${Math.min(+a, +b)}..${Math.max(+a, +b)}${close}`),
      fc.tuple(operator, number).map(([sign, bound]) => `? ${sign} ${bound}`),
      fc.tuple(operator, number).map(([sign, bound]) => `${bound} ${sign} ?`),
      fc.tuple(number, number).map(([a, b]) => `? between ${a} and ${b}`),
      fc.tuple(number, number).map(([a, b]) => `[${a}, ${b}]`),
      number.map((bound) => `? in (> ${bound})`),
      fc.constantFrom("true", "false", "1 + 1", "-(2)", "limit > 5"),
    );
    const tests = fc.array(test, { minLength: 1, maxLength: 3 }).map((all) => all.join(", "));
    const source = fc.oneof(
      tests,
      tests.map((all) => `not(${all})`),
    );
    fc.assert(
      fc.property(source, fc.integer({ min: -4, max: 10 }), (text, value) => {
        const compiled = compileUnaryTests(text, types, NUMBER);
        if (!compiled.ok) throw new Error(`${text}: ${compiled.error.message.en}`);
        const told = takes(compiled.tests.parsed, value);
        if (told !== undefined) expect([text, matches(text, value, NUMBER)]).toEqual([text, told]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("checkUnaryTests", () => {
  const channel: FieldType = { type: "string", enum: ["Taobao", "JD"] };
  it.each<[string, FieldType | undefined, string | null]>([
    ["-", NUMBER, null],
    ["< 10, [20..30]", NUMBER, null],
    ['"JD"', channel, null],
    ['"JDD"', channel, "unknown-choice-near"],
    ['not("zzz")', channel, "unknown-choice"],
    ['< "a"', NUMBER, "type-mismatch"],
    ['["a".."b"]', NUMBER, "type-mismatch"],
    ["< limt", MONEY, "unknown-name-near"],
    ["[5..1]", NUMBER, null],
    ["1, (2..2)", NUMBER, null],
    ["< 5,", NUMBER, "incomplete"],
    ["vip", TEXT, null],
    ["? > limit", MONEY, null],
    ["? > 5 and ? < 3", NUMBER, "never-true"],
    ["? > 5 or ? < 6", NUMBER, "always-true"],
  ])("%s", (source, type, code) => {
    const errors = checkUnaryTests(source, types, type).map((error) => error.code);
    expect(errors).toEqual(code === null ? [] : [`expression.${code}`]);
  });
});
