import { describe, expect, it } from "vitest";
import { compileExpression, type FeelType, type Json, toJson } from "../src/index.ts";
import { NOW, resultOf } from "./result-of.ts";

/** What DMN says, chapter by chapter; an error is written as its code. */
const CHAPTERS: Readonly<Record<string, readonly (readonly [string, Json])[]>> = {
  equality: [
    ["null = null", true],
    ["1 = null", false],
    ["1.0 = 1.00", true],
    ["[1, 2] = [1, 2]", true],
    ["[1, 2] = [2, 1]", false],
    ["{a: 1, b: 2} = {b: 2, a: 1}", true],
    ["{a: 1} = {a: 1, b: 2}", false],
    ["[1..2] = [1..2)", false],
    ["(< 2) = (< 2)", true],
    ["(= 2) = [2..2]", false],
    ["(= 2) = (= 2)", true],
    ['@"P1Y" = @"P12M"', true],
    ['@"P1D" = @"PT24H"', true],
    ['@"10:00:00Z" = @"11:00:00+01:00"', true],
    ['@"10:00:00.0001" = @"10:00:00.0002"', true],
    ['@"10:00:00.001" = @"10:00:00.002"', false],
    ['@"2018-10-08T00:00:00+02:00" = @"2018-10-08T00:00:00@Europe/Paris"', true],
    ['@"2002-04-02T12:00:00@Australia/Melbourne" = @"2002-04-02T12:00:00@Australia/Sydney"', true],
    ['@"2018-12-08T00:00:00@Europe/Paris" = @"2018-12-08T00:00:00@Asia/Dhaka"', false],
  ],
  "instance of": [
    ["null instance of Any", false],
    ["null instance of Null", true],
    ["1 instance of Any", true],
    ["[] instance of list<number>", true],
    ["[1, null] instance of list<number>", true],
    ["[[1], [2]] instance of list<list<number>>", true],
    ['[[1], ["a"]] instance of list<list<number>>', false],
    ["{a: 1, b: 2} instance of context<a: number>", true],
    ["{a: 1} instance of context<a: number, b: number>", false],
    ["[1..2] instance of range<number>", true],
    ['["a".."b"] instance of range<number>', false],
    ["[[1..2]] instance of list<range<number>>", true],
    ["1 instance of range<number>", false],
    ["(function(a: number) a) instance of function<number> -> Any", true],
    ["(function(a: number) a) instance of function<string> -> Any", false],
    ["(function(a: Any) a) instance of function<string> -> Any", true],
    ["(function() 1) instance of function<>->number", true],
    ["1 instance of function<>->Any", false],
    ['@"10:00:00@Asia/Shanghai" instance of time', true],
    ['@"P1Y" instance of days and time duration', false],
  ],
  in: [
    ["5 in (= 5)", true],
    ["5 in (!= 5)", false],
    ["[1, 2] in [[1, 2], [3]]", true],
    ["1 in [2, [0..1]]", true],
    ['"b" in ["a".."c"]', true],
    ['@"P2D" in (@"P1D"..@"P3D")', true],
    ["5 in []", false],
    ["5 in ([])", false],
    ["{a: 1} in [{a: 1}]", true],
    ["null in (null)", true],
  ],
  properties: [
    ['@"2026-11-24T10:30:05@Europe/Paris".timezone', "Europe/Paris"],
    ['@"2026-11-24T10:30:05@Europe/Paris".time offset', "PT1H"],
    ['@"2026-11-24T10:30:05+02:45:55".time offset', "PT2H45M55S"],
    ['@"10:30:05".time offset', null],
    ['@"10:30:05Z".timezone', null],
    ['@"-P1DT2H3M4S".hours', -2],
    ['@"-P1DT2H3M4S".days', -1],
    ['@"-P14M".months', -2],
    ["(> 5).start", 5],
    ["(> 5).end", null],
    ["(= 5).end", 5],
    ["(<= 5).end included", true],
    ["[1..5).end included", false],
    ['[@"2026-01-01"..@"2026-12-31"].end', "2026-12-31"],
    ["[{a: 1}, {a: 2}].a", [1, 2]],
  ],
  "literals after @": [
    ['@"2026-11-24T24:00:00"', "2026-11-25T00:00:00"],
    ['@"24:00:00"', "error bad-temporal"],
    ['@"2026-11-24T24:00:01"', "error bad-temporal"],
    ['@"10:30:00.123456789"', "10:30:00.123456789"],
    ['@"10:30:00.1200"', "10:30:00.120"],
    ['@"PT0.000000001S"', "PT0.000000001S"],
    ['@"-PT0.5S"', "-PT0.500S"],
    ['@"PT0.S"', "PT0S"],
    ['@"-0044-03-15"', "-0044-03-15"],
    ['@"123456-01-01"', "123456-01-01"],
    ['@"0123456-01-01"', "error bad-temporal"],
    ['@"+2026-01-01"', "error bad-temporal"],
    ['@"2026-1-1"', "error bad-temporal"],
    ['@"10:30:00@Nowhere/Else"', "error bad-temporal"],
    ['@"10:30:00Z@Etc/UTC"', "error bad-temporal"],
    ['@"10:30:00+19:00"', "error bad-temporal"],
    ['@"10:30:00+01:60"', "error bad-temporal"],
    ['@"2026-11-24@Europe/Paris"', "error bad-temporal"],
  ],
  "arithmetic of dates and times": [
    ['string(@"2026-10-24T12:00:00@Europe/Paris" + @"P1D")', "2026-10-25T11:00:00@Europe/Paris"],
    ['string(@"2026-10-24T12:00:00@Europe/Paris" + @"P1M")', "2026-11-24T12:00:00@Europe/Paris"],
    ['@"2026-11-24T10:00:00@Europe/Paris" - @"2026-11-24T10:00:00@Asia/Dhaka"', "PT5H"],
    ['@"2026-07-01T00:00:00@Europe/Paris" - @"2026-01-01T00:00:00@Europe/Paris"', "P180DT23H"],
    ['@"2026-11-24" - @"2026-11-23T12:00:00Z"', "PT12H"],
    ['@"2026-11-24T00:00:00" - @"2026-11-23"', "error mixed-zones"],
    ['@"2026-11-24" - @"2026-11-23"', "P1D"],
    ['string(@"10:15:00@Asia/Shanghai" + @"PT20H")', "06:15:00@Asia/Shanghai"],
    ['@"10:00:00" - @"10:00:00.000000001"', "-PT0.000000001S"],
    ['@"10:00:00" + @"PT0.000000001S"', "10:00:00.000000001"],
    ['@"PT1S" / 3', "PT0.333333333S"],
    ['@"-PT1S" / 3', "-PT0.333333333S"],
    ['@"PT0.000000002S" / @"PT0.000000001S"', 2],
    ['-@"PT0.000000001S"', "-PT0.000000001S"],
    ['abs(@"-PT0.000000001S")', "PT0.000000001S"],
    ['@"PT0.000000001S" < @"PT0.000000002S"', true],
    ['@"-2021-01-01" + @"P1Y"', "-2020-01-01"],
    ['@"0001-01-01" - @"P1D"', "0000-12-31"],
    ['@"999999999-12-31" - @"-999999999-01-01"', "error date-range"],
    ['years and months duration(@"2014-12-31T23:59:59", @"-2019-10-01T12:32:59")', "-P4033Y2M"],
    ['@"2026-11-24T10:00:00@Europe/Paris" > @"2026-11-24T08:59:59Z"', true],
  ],
  "dates and times from parts": [
    ['date("-2017-12-31")', "-2017-12-31"],
    ["date(-999999999, 12, 31)", "-999999999-12-31"],
    ["date(1000000000, 1, 1)", "error no-result"],
    ['string(time(@"2026-08-10T10:20:00@Europe/Paris"))', "10:20:00@Europe/Paris"],
    ['time(11, 59, 45, @"PT2H45M55S")', "11:59:45+02:45:55"],
    ['time(11, 59, 45, @"PT19H")', "error no-result"],
    ["time(11, 59, 45.123456789)", "11:59:45.123456789"],
    ["time(11, 59, 60)", "error no-result"],
    [
      'string(date and time(@"2026-07-01", time("09:15:30@Europe/Paris")))',
      "2026-07-01T09:15:30@Europe/Paris",
    ],
    ['date and time(@"2026-07-01T10:20:00@Europe/Paris", @"09:15:30Z")', "2026-07-01T09:15:30Z"],
    ['date(@"2026-07-01T23:30:00@America/New_York")', "2026-07-01"],
    ['is(@"23:00:50@Etc/GMT", @"23:00:50Z")', false],
    ['is(@"2026-11-24T10:00:00@Europe/Paris", @"2026-11-24T10:00:00@Europe/Paris")', true],
  ],
  loops: [
    ["for i in 3..1 return i", [3, 2, 1]],
    ["for i in [1..3) return i", [1, 2]],
    ["for i in [3..1] return i", "error wrong-operand"],
    ['for d in [@"2026-11-24"..@"2026-11-26"] return d.day', [24, 25, 26]],
    ["for i in [1, 2], j in [i..2] return i * 10 + j", [11, 12, 22]],
    ["for i in 1..4 return if i < 3 then 1 else partial[-1] + partial[-2]", [1, 1, 2, 3]],
  ],
  functions: [
    ["(function(a, b) a - b)(b: 1, a: 3)", 2],
    ["{f: function(n) if n = 0 then 1 else n * f(n - 1), r: f(5)}.r", 120],
    ["{n: 2, f: function(x) x * n, r: [f(1), f(2)]}.r", [2, 4]],
    ["{f: function(n) n, f2: function(n) f(n) + 1, r: f2(1)}.r", 2],
    ["(function(a: number) a)([3])", 3],
    ['(function(a: number) a)("3")', "error bad-argument"],
    ["(function(a: list<number>) count(a))([1, 2])", 2],
    ["(function(a: number) a)(null)", null],
    ["sort([1, 3, 2], function(x: number, y: number) x > y)", [3, 2, 1]],
    ["(function(a) a)()", "error bad-call"],
  ],
  records: [
    ['{"a b": 1}.a b', 1],
    ["{a: 1, b: a + 1}.b", 2],
    ['{a: 1, "a": 2}', "error duplicate-entry"],
    ['context([{key: "a"}])', "error no-result"],
    ["{}.a", null],
  ],
  texts: [
    ['"a\\"b"', 'a"b'],
    ['"\\d\\.\\s"', "\\d\\.\\s"],
    ['"\\u{1F40E}"', "🐎"],
    ['"\\U01F40E"', "🐎"],
    ['string length("🐎")', 1],
    ['"🐎" < "馬"', false],
  ],
};

describe.each(Object.entries(CHAPTERS))("%s", (_chapter, cases) => {
  it.each(cases)("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});

describe("types that a model declares", () => {
  const plain = (name: string): FeelType => ({
    name,
    element: null,
    entries: [],
    parameters: null,
    returns: null,
    allows: null,
  });
  const types = new Map<string, FeelType>([
    ["tAge", { ...plain("number"), allows: (value) => typeof value === "number" && value >= 0 }],
    ["tPerson", { ...plain("context"), entries: [{ name: "age", type: plain("tAge") }] }],
    ["tPeople", { ...plain("list"), element: plain("tPerson") }],
    ["my.tAge", plain("tAge")],
  ]);
  it.each<[string, Json]>([
    ["5 instance of tAge", true],
    ["-5 instance of tAge", true],
    ['"5" instance of tAge', false],
    ["5 instance of my.tAge", true],
    ["{age: 1} instance of tPerson", true],
    ["[{age: 1}] instance of tPeople", true],
    ['[{age: "1"}] instance of tPeople', false],
    ["[{age: 1}] instance of list<tPerson>", true],
    ["(function(a: tAge) a)(5)", 5],
    ["(function(a: tAge) a)(-5)", "expression.bad-argument"],
    ["5 instance of tNothing", "expression.unsupported"],
  ])("%s", (source, expected) => {
    const compiled = compileExpression(source, undefined, { types });
    if (!compiled.ok) {
      expect(compiled.error.code).toBe(expected);
      return;
    }
    const result = compiled.expression.evaluate({}, { now: NOW });
    const json = result.ok ? toJson(result.value) : result;
    expect(json.ok ? json.value : json.error.code).toEqual(expected);
  });
});

describe("dates as they are stored", () => {
  it.each<[string, string, Json]>([
    ['@"2026-07-01T10:00:00@Europe/Paris"', "date-time", "2026-07-01T10:00:00+02:00"],
    ['@"2026-07-01T10:00:00.123456789Z"', "date-time", "2026-07-01T10:00:00.123456789Z"],
    ['@"9999-12-31" + @"P1D"', "date", "expression.not-storable"],
    ['@"-0044-03-15T00:00:00Z"', "date-time", "expression.not-storable"],
    ['@"12026-01-01"', "", "12026-01-01"],
  ])("%s as %s", (source, format, expected) => {
    const compiled = compileExpression(source);
    const result = compiled.ok && compiled.expression.evaluate({}, { now: NOW });
    if (result === false || !result.ok) throw new Error(source);
    const json = toJson(result.value, format === "" ? undefined : { type: "string", format });
    expect(json.ok ? json.value : json.error.code).toBe(expected);
  });
});
