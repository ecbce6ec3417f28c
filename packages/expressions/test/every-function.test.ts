import { describe, expect, it } from "vitest";
import { BUILT_INS } from "../src/functions/registry.ts";
import type { Json } from "../src/index.ts";
import { resultOf } from "./result-of.ts";

const D = '@"2026-11-24"';
const R = "[1..5]";

/** Arguments by position, the same by name, the result. */
const CASES: Readonly<Record<string, readonly (readonly [string, string, Json])[]>> = {
  substring: [
    ['"foobar", 3', 'string: "foobar", start position: 3', "obar"],
    ['"foobar", 3, 2', 'length: 2, start position: 3, string: "foobar"', "ob"],
    ['"foobar", -3, 2', 'string: "foobar", start position: -3, length: 2', "ba"],
  ],
  "string length": [['"退货😀"', 'string: "退货😀"', 3]],
  "upper case": [['"aB"', 'string: "aB"', "AB"]],
  "lower case": [['"aB"', 'string: "aB"', "ab"]],
  "substring before": [['"a-b", "-"', 'string: "a-b", match: "-"', "a"]],
  "substring after": [['"a-b", "-"', 'string: "a-b", match: "-"', "b"]],
  contains: [['"abc", "b"', 'string: "abc", match: "b"', true]],
  "starts with": [['"abc", "b"', 'string: "abc", match: "b"', false]],
  "ends with": [['"abc", "c"', 'string: "abc", match: "c"', true]],
  matches: [
    ['"abc", "^a.c$"', 'input: "abc", pattern: "^a.c$"', true],
    ['"ABC", "b", "i"', 'input: "ABC", pattern: "b", flags: "i"', true],
  ],
  replace: [
    ['"aab", "a+", "x"', 'input: "aab", pattern: "a+", replacement: "x"', "xb"],
    ['"AAb", "a", "x", "i"', 'input: "AAb", pattern: "a", replacement: "x", flags: "i"', "xxb"],
  ],
  split: [['"a;b", ";"', 'string: "a;b", delimiter: ";"', ["a", "b"]]],
  "string join": [
    ['["a", "b"]', 'list: ["a", "b"]', "ab"],
    ['["a", null, "b"], ", "', 'list: ["a", null, "b"], delimiter: ", "', "a, b"],
  ],
  trim: [['" a "', 'string: " a "', "a"]],
  decimal: [
    ["1/3, 2", "n: 1/3, scale: 2", 0.33],
    ["2.5, 0", "n: 2.5, scale: 0", 2],
    ["1/3, 2.9", "n: 1/3, scale: 2.9", 0.33],
  ],
  floor: [
    ["-1.5", "n: -1.5", -2],
    ["-1.55, 1", "n: -1.55, scale: 1", -1.6],
  ],
  ceiling: [
    ["1.5", "n: 1.5", 2],
    ["1.51, 1", "n: 1.51, scale: 1", 1.6],
  ],
  "round up": [["-1.121, 2", "n: -1.121, scale: 2", -1.13]],
  "round down": [["-1.129, 2", "n: -1.129, scale: 2", -1.12]],
  "round half up": [["-1.125, 2", "n: -1.125, scale: 2", -1.13]],
  "round half down": [["-1.125, 2", "n: -1.125, scale: 2", -1.12]],
  abs: [
    ["-3", "n: -3", 3],
    ['@"-PT1S"', 'n: @"-PT1S"', "PT1S"],
    ['@"-P3M"', 'n: @"-P3M"', "P3M"],
  ],
  modulo: [["-12, 5", "dividend: -12, divisor: 5", 3]],
  sqrt: [["16", "number: 16", 4]],
  log: [["1", "number: 1", 0]],
  exp: [["0", "number: 0", 1]],
  odd: [["-3", "number: -3", true]],
  even: [["0", "number: 0", true]],
  string: [["1.50", "from: 1.50", "1.5"]],
  number: [
    ['"1.5"', 'from: "1.5"', 1.5],
    ["2", "from: 2", 2],
    ['"1 234,5", " ", ","', 'from: "1 234,5", grouping separator: " ", decimal separator: ","', 1234.5],
  ],
  not: [["true", "negand: true", false]],
  is: [
    ["1, 1.0", "value1: 1, value2: 1.0", true],
    ['@"10:00:00Z", @"11:00:00+01:00"', 'value1: @"10:00:00Z", value2: @"11:00:00+01:00"', false],
    ["null", "value2: null", true],
  ],
  count: [["[1, 2]", "list: [1, 2]", 2]],
  "list contains": [["[1, null], null", "list: [1, null], element: null", true]],
  sublist: [
    ["[1, 2, 3], 2", "list: [1, 2, 3], start position: 2", [2, 3]],
    ["[1, 2, 3], -2, 1", "list: [1, 2, 3], start position: -2, length: 1", [2]],
  ],
  append: [["[1], 2", "list: [1], items: 2", [1, 2]]],
  concatenate: [["[1], [2]", "lists: [1]", [1, 2]]],
  "insert before": [["[1, 3], 2, 2", "list: [1, 3], position: 2, newItem: 2", [1, 2, 3]]],
  remove: [["[1, 2], -1", "list: [1, 2], position: -1", [1]]],
  "list replace": [
    ["[1, 2], 2.7, 9", "list: [1, 2], position: 2.7, newItem: 9", [1, 9]],
    [
      "[1, 2], function(item, newItem) item < newItem, 2",
      "list: [1, 2], match: function(item, newItem) item < newItem, newItem: 2",
      [2, 2],
    ],
  ],
  reverse: [["[1, 2]", "list: [1, 2]", [2, 1]]],
  "index of": [["[1, 2, 1], 1", "list: [1, 2, 1], match: 1", [1, 3]]],
  flatten: [["[[1], [[2]]]", "list: [[1], [[2]]]", [1, 2]]],
  sort: [
    ["[2, 1]", "list: [2, 1]", [1, 2]],
    ["[1, 2], function(x, y) x > y", "list: [1, 2], precedes: function(x, y) x > y", [2, 1]],
  ],
  "distinct values": [["[1, 2, 1]", "list: [1, 2, 1]", [1, 2]]],
  union: [["[1], [2, 1]", "lists: [1]", [1, 2]]],
  "duplicate values": [["[1, 2, 1]", "list: [1, 2, 1]", [1]]],
  sum: [["[1, 2]", "list: [1, 2]", 3]],
  min: [["[2, 1]", "list: [2, 1]", 1]],
  max: [["[2, 1]", "list: [2, 1]", 2]],
  product: [["[2, 3]", "list: [2, 3]", 6]],
  mean: [["[1, 2]", "list: [1, 2]", 1.5]],
  median: [["[3, 1, 2]", "list: [3, 1, 2]", 2]],
  stddev: [["[2, 4]", "list: [2, 4]", "1.414213562373095048801688724209698"]],
  mode: [
    ["[1, 2, 2]", "list: [1, 2, 2]", [2]],
    ["[]", "list: []", []],
  ],
  all: [["[true, null]", "list: [true, null]", null]],
  any: [["[true, null]", "list: [true, null]", true]],
  date: [
    ['"2026-11-24"', 'from: "2026-11-24"', "2026-11-24"],
    ["2026, 11, 24", "year: 2026, month: 11, day: 24", "2026-11-24"],
    ['@"2026-11-24T10:00:00Z"', 'from: @"2026-11-24T10:00:00Z"', "2026-11-24"],
  ],
  time: [
    ['"10:30:00"', 'from: "10:30:00"', "10:30:00"],
    ['10, 30, 5.5, @"PT8H"', 'hour: 10, minute: 30, second: 5.5, offset: @"PT8H"', "10:30:05.500+08:00"],
    [D, `from: ${D}`, "00:00:00Z"],
  ],
  "date and time": [
    [`${D}, @"10:30:00"`, `date: ${D}, time: @"10:30:00"`, "2026-11-24T10:30:00"],
    ['"2026-11-24T10:30:00Z"', 'from: "2026-11-24T10:30:00Z"', "2026-11-24T10:30:00Z"],
  ],
  duration: [['"P1DT2H"', 'from: "P1DT2H"', "P1DT2H"]],
  "years and months duration": [[`@"2025-10-25", ${D}`, `from: @"2025-10-25", to: ${D}`, "P1Y"]],
  now: [["", "", "2026-11-24T08:30:00Z"]],
  today: [["", "", "2026-11-24"]],
  "day of week": [[D, `date: ${D}`, "Tuesday"]],
  "day of year": [[D, `date: ${D}`, 328]],
  "month of year": [[D, `date: ${D}`, "November"]],
  "week of year": [[D, `date: ${D}`, 48]],
  "last day of month": [[D, `date: ${D}`, 30]],
  before: [
    ["1, 2", "point1: 1, point2: 2", true],
    [`0, ${R}`, `point: 0, range: ${R}`, true],
    [`${R}, 6`, `range: ${R}, point: 6`, true],
    [`${R}, (5..6]`, `range1: ${R}, range2: (5..6]`, true],
  ],
  after: [[`${R}, 0`, `range: ${R}, point: 0`, true]],
  meets: [[`${R}, [5..6]`, `range1: ${R}, range2: [5..6]`, true]],
  "met by": [[`${R}, [0..1]`, `range1: ${R}, range2: [0..1]`, true]],
  overlaps: [[`${R}, [5..6]`, `range1: ${R}, range2: [5..6]`, true]],
  "overlaps before": [[`${R}, [3..6]`, `range1: ${R}, range2: [3..6]`, true]],
  "overlaps after": [[`${R}, [0..3]`, `range1: ${R}, range2: [0..3]`, true]],
  includes: [[`${R}, 5`, `range: ${R}, point: 5`, true]],
  during: [[`5, ${R}`, `point: 5, range: ${R}`, true]],
  starts: [[`1, ${R}`, `point: 1, range: ${R}`, true]],
  "started by": [[`${R}, 1`, `range: ${R}, point: 1`, true]],
  finishes: [[`5, ${R}`, `point: 5, range: ${R}`, true]],
  "finished by": [[`${R}, 5`, `range: ${R}, point: 5`, true]],
  coincides: [[`${R}, [1..5]`, `range1: ${R}, range2: [1..5]`, true]],
  "get value": [['{a: 1}, "a"', 'm: {a: 1}, key: "a"', 1]],
  "get entries": [["{a: 1}", "m: {a: 1}", [{ key: "a", value: 1 }]]],
  context: [['[{key: "a", value: 1}]', 'entries: [{key: "a", value: 1}]', { a: 1 }]],
  "context put": [
    ['{}, "a", 1', 'context: {}, key: "a", value: 1', { a: 1 }],
    ['{a: {}}, ["a", "b"], 1', 'context: {a: {}}, keys: ["a", "b"], value: 1', { a: { b: 1 } }],
  ],
  "context merge": [["[{a: 1}, {b: 2}]", "contexts: [{a: 1}, {b: 2}]", { a: 1, b: 2 }]],
};
/** What a name can give once only takes one argument there. */
const ONCE = new Set(["concatenate", "union"]);
const RANGES: readonly (readonly [string, string])[] = [
  ["[1..3]", "[1..3]"],
  [" ( 1 .. 3 ] ", "(1..3]"],
  ["]1..3[", "(1..3)"],
  ["[-1.5..2]", "[-1.5..2]"],
  ['["a".."c")', '["a".."c")'],
  ['[@"2026-01-01"..@"2026-12-31"]', "[2026-01-01..2026-12-31]"],
  ['[date("2026-01-01")..date("2026-12-31")]', "[2026-01-01..2026-12-31]"],
  ['[duration("P1D")..@"P2D"]', "[P1D..P2D]"],
];

describe("built-in functions", () => {
  it("are all among the cases", () => {
    expect([...BUILT_INS.keys()].filter((name) => !CASES[name] && name !== "range")).toEqual([]);
  });

  const rows = Object.entries(CASES).flatMap(([name, cases]) =>
    cases.map(([positional, named, result]) => [name, positional, named, result] as const),
  );
  it.each(rows)("%s(%s)", (name, positional, named, result) => {
    expect(resultOf(`${name}(${positional})`)).toEqual(result);
    if (!ONCE.has(name)) expect(resultOf(`${name}(${named})`)).toEqual(result);
  });

  it.each(rows)("%s(%s): a wrong name and too many arguments are errors", (name, positional) => {
    expect(resultOf(`${name}(nonsense: 1)`)).toBe("error bad-call");
    const more = Array.from({ length: 9 }, () => "1").join(", ");
    const variadic = BUILT_INS.get(name)?.signatures.some(({ parameters }) => parameters.at(-1)?.rest);
    if (!variadic)
      expect(resultOf(`${name}(${positional}${positional === "" ? "" : ", "}${more})`)).toBe(
        "error bad-call",
      );
  });

  it.each(RANGES)("range(%j)", (text, shown) => {
    const quoted = JSON.stringify(text);
    expect(resultOf(`string(range(${quoted}))`)).toBe(shown.replaceAll(/"/g, '"'));
    expect(resultOf(`range(from: ${quoted}) = range(${quoted})`)).toBe(true);
  });

  it.each(["", "1", "[1..]", "[1..null]", "[3..1]", '[1.."a"]', "[a..b]", "[now()..now()]", "[1..3", "<5"])(
    "range(%j) is none",
    (text) => {
      expect(resultOf(`range(${JSON.stringify(text)})`)).toBe("error no-result");
    },
  );

  it("take a list of one for its element, and an element for a list of it", () => {
    expect(resultOf('upper case(["a"])')).toBe("A");
    expect(resultOf('upper case(["a", "b"])')).toBe("error bad-argument");
    expect(resultOf("count(5)")).toBe(1);
  });

  it("are values that functions may take", () => {
    expect(resultOf("(function(f, x) f(x))(abs, -3)", {}, {})).toBe(3);
    expect(resultOf("list replace([1, 2], is, 2)", {}, {})).toEqual([1, 2]);
    expect(resultOf("sort([2, 1], before)", {}, {})).toEqual([1, 2]);
    expect(resultOf("sort([2, 1], abs)", {}, {})).toBe("error no-result");
    expect(resultOf("sort([2, 1], met by)")).toEqual([2, 1]);
    expect(resultOf("count + 1", { count: 5 }, {})).toBe(6);
    expect(resultOf("count + 1", { count: 5 }, { count: { type: "number" } })).toBe(6);
    expect(resultOf("count + 1", {}, { count: { type: "number" } })).toBe("error null-operand");
  });
});
