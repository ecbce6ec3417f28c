import { describe, expect, it } from "vitest";
import { checkUnaryTests, compileUnaryTests, type FieldType, type FieldTypes, type Json } from "../index.ts";

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
    ["[5..1]", NUMBER, "empty-range"],
    ["1, (2..2)", NUMBER, "empty-range"],
    ["< 5,", NUMBER, "incomplete"],
    ["vip", TEXT, null],
    ["? > limit", MONEY, null],
  ])("%s", (source, type, code) => {
    const errors = checkUnaryTests(source, types, type).map((error) => error.code);
    expect(errors).toEqual(code === null ? [] : [`expression.${code}`]);
  });
});
