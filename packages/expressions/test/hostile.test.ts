import { describe, expect, it } from "vitest";
import {
  checkExpression,
  checkUnaryTests,
  compileExpression,
  compileUnaryTests,
  conditionOf,
  conformsTo,
  type FeelType,
  type FieldTypes,
  isEqual,
  type Json,
  readJson,
  toJson,
} from "../src/index.ts";
import { NOW } from "./result-of.ts";

/** Far more than any of them takes on a busy machine; a hang or an explosion takes longer. */
const CEILING = 10_000;
const PROTOTYPE = [
  "constructor",
  "__proto__",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "__defineGetter__",
];

const types: FieldTypes = {
  amount: { type: "string", format: "money" },
  text: { type: "string" },
  lines: { type: "array" },
};
const deep = (depth: number): Json => {
  let json: Json = 1;
  for (let i = 0; i < depth; i += 1) json = i % 2 === 0 ? [json] : [[json]];
  return json;
};
const VARIABLES = { amount: "5.00", text: `${"a".repeat(50_000)}!`, lines: deep(100_000), wide: deep(150) };

const SOURCES: readonly (readonly [string, string])[] = [
  ...PROTOTYPE.flatMap((name): (readonly [string, string])[] => [
    [`the name ${name}`, name],
    [`the entry ${name}`, `amount.${name}`],
    [`the entry ${name} of a record`, `{a: 1}.${name}`],
    [`an own entry ${name}`, `{"${name}": 1}.${name}`],
    [`a call of ${name}`, `${name}(1)`],
    [`the key ${name}`, `get value(context put({}, "${name}", 1), "${name}")`],
    [`the argument ${name}`, `substring(${name}: "a", start position: 1)`],
    [`the type ${name}`, `1 instance of ${name}`],
    [`the zone ${name}`, `@"10:00:00@${name}"`],
    [`the block ${name}`, `matches("a", "\\p{Is${name}}")`],
    [`the part ${name} of a date`, `@"2026-11-24".${name}`],
    [`the loop name ${name}`, `for ${name} in [1] return ${name}`],
  ]),
  ["deep brackets", "(".repeat(100_000)],
  ["deep lists", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ["deep brackets within the length", `${"(".repeat(4900)}1${")".repeat(4900)}`],
  ["deep conditions", "if true then ".repeat(700)],
  ["deep filters", `[1]${"[1]".repeat(3000)}`],
  ["deep paths", `a${".a".repeat(4900)}`],
  ["deep types", `1 instance of ${"list<".repeat(1900)}number${">".repeat(1900)}`],
  ["deep functions", "function() ".repeat(900)],
  ["deep negations", `${"-".repeat(9900)}1`],
  ["deep records", `${"{a: ".repeat(190)}1${"}".repeat(190)}`],
  ["many parts", `1${" + 1".repeat(2400)}`],
  ["many tests", `1 in (${"1, ".repeat(3300)}1)`],
  ["many loops", `for ${Array.from({ length: 190 }, (_, i) => `x${i} in [1, 2]`).join(", ")} return 1`],
  ["open comment", "/*".repeat(4900)],
  ["open names", "`".repeat(9999)],
  ["many escapes", `"${"\\u0041".repeat(1600)}"`],
  ["half a surrogate", '"\\uD800" + "\\uDC00"'],
  ["a plain bomb", 'matches(text, "(a*)*b")'],
  ["a nested bomb", 'matches(text, "((a+)+)+$")'],
  ["an alternative bomb", 'matches(text, "(a|a)*b")'],
  ["an alternative bomb with options", 'matches(text, "(a|aa|aaa)*b", "i")'],
  ["a bomb of optional signs", `matches(text, "${"a?".repeat(200)}${"a".repeat(200)}")`],
  ["a bomb of repeats", 'matches(text, "(a{1,100}){1,100}")'],
  ["a bomb of classes", `matches(text, "${"\\w".repeat(400)}{1000}")`],
  ["repeated Unicode classes", 'matches(text, "[\\p{L}\\p{M}]{900}")'],
  ["repeats of repeats", `matches(text, "${"(\\w{30}){30}".repeat(70)}")`],
  ["every sign alive", `matches(text, "${".*".repeat(490)}")`],
  ["a search that looks far", 'replace(text, "a.*x|a", "b")'],
  ["a group that looks far", 'split(text, "(a.*x)?a")'],
  ["many groups", `replace(text, "${"(".repeat(300)}a${")".repeat(300)}", "$9")`],
  ["a replacement that grows", `replace(text, "a", "${"x".repeat(500)}")`],
  ["a split at nothing", 'split(text, "")'],
  ["a split at every sign", 'split(text, "a")'],
  ["an endless class", `matches("a", "[${"a-z".repeat(300)}")`],
  ["nested subtractions", `matches("a", "${"[a-z-".repeat(200)}[b]${"]".repeat(200)}")`],
  ["a huge literal", `1${"0".repeat(9000)}`],
  ["a huge exponent", "1e999999999"],
  ["powers of powers", "9 ** 9 ** 9 ** 9"],
  ["a huge power", "1.0000001 ** 999999999"],
  ["a fractional power", "1.9999999999999999 ** 999999.9999999"],
  ["a tiny power", "(1e-6000) ** 3"],
  ["a huge root", "sqrt(9.99e6143)"],
  ["a huge logarithm", "log(9.99e6143) + log(1e-6143)"],
  ["a huge exp", "exp(14147) * exp(14147)"],
  ["a huge remainder", "modulo(9e6143, 7e-6143)"],
  ["huge places", "decimal(1e6144, 6176) + decimal(1/3, -6111)"],
  ["a huge scale", "round up(1, 1e300)"],
  ["a huge text of a number", "string length(string(1e6144))"],
  ["many numbers of many digits", "for i in 1..1500 return string(i * 1e-6140)"],
  ["many ranges as text", 'for i in 1..1500 return range("[1.." + string(i) + "]")'],
  ["a long loop", "count(for i in 1..1e15 return i)"],
  ["a long range", "for i in [1..999999999] return i"],
  ["a long range of days", 'for d in [@"-999999999-01-01"..@"999999999-12-31"] return d'],
  ["loops in loops", "for a in 1..1e5, b in 1..1e5, c in 1..1e5 return a"],
  ["a search in a long range", "some i in 1..1e15 satisfies i < 0"],
  ["a text that doubles", 'for i in 1..99 return if i = 1 then "ab" else partial[-1] + partial[-1]'],
  [
    "a joined text that doubles",
    'for i in 1..99 return if i = 1 then "ab" else string join([partial[-1], partial[-1]])',
  ],
  ["a list that doubles", "for i in 1..99 return if i = 1 then [1] else append(partial[-1], partial[-1])"],
  ["a flat list that doubles", "for i in 1..99 return flatten(partial)"],
  [
    "a record that doubles",
    "for i in 1..99 return if i = 1 then {a: 1} else {a: partial[-1], b: partial[-1]}",
  ],
  ["equal records that double", "{f: (for i in 1..40 return {a: partial[-1], b: partial[-1]}), r: f = f}.r"],
  ["the text of a list that doubles", "string(for i in 1..60 return [partial[-1], partial[-1]])"],
  ["distinct lists", "distinct values(for i in 1..2000 return [i])"],
  ["a sort without end", "sort(for i in 1..2000 return i, function(x, y) true)"],
  ["a function of itself", "{f: function(f) f(f), r: f(f)}.r"],
  ["two functions of each other", "{f: function(g, h) h(h, g), g: function(f, h) h(f, h), r: f(f, g)}.r"],
  [
    "functions that double",
    "{f: function(g, n) if n = 0 then 1 else g(g, n - 1) + g(g, n - 1), r: f(f, 40)}.r",
  ],
  ["a long duration", '@"P999999999D" * 1e300'],
  ["days beyond the calendar", '@"999999999-12-31" + @"P999999999Y"'],
  ["months beyond the calendar", '@"2026-11-24" + @"P1M" * 1e15'],
  ["a difference beyond milliseconds", '@"999999999-12-31" - @"-999999999-01-01"'],
  ["a range as text", `range("[${"(".repeat(5000)}1..2]")`],
  ["a range of ranges", 'range("[[1..2]..[3..4]]")'],
  ["deep variables", "count(lines)"],
  ["a part of deep lists", "wide.a.b.c"],
  ["flat deep lists", "flatten(wide)"],
  ["the text of deep lists", "string(wide)"],
];

/** Runs every door of the package and says how each answered. */
function answers(source: string): string[] {
  const told: string[] = [];
  for (const [known, options] of [
    [undefined, {}],
    [types, {}],
    [types, { nulls: "dmn", names: "dmn" }],
  ] as const) {
    const compiled = compileExpression(source, known, options);
    if (!compiled.ok) told.push(compiled.error.message["zh-CN"]);
    else {
      const result = compiled.expression.evaluate(VARIABLES, { now: NOW });
      if (!result.ok) told.push(result.error.message["zh-CN"]);
      else {
        const json = toJson(result.value);
        told.push(json.ok ? "value" : json.error.message["zh-CN"]);
      }
    }
  }
  const tests = compileUnaryTests(source, types, { type: "string" });
  if (!tests.ok) told.push(tests.error.message["zh-CN"]);
  else {
    const matched = tests.tests.matches("a", VARIABLES, { now: NOW });
    told.push(matched.ok ? "value" : matched.error.message["zh-CN"]);
  }
  checkExpression(source, types, "any");
  checkUnaryTests(source, types, { type: "string" });
  conditionOf(source);
  return told;
}

describe("hostile expressions end in a value or a named error", () => {
  it.each(SOURCES)(
    "%s",
    (_name, source) => {
      const started = Date.now();
      for (const answer of answers(source)) {
        expect(answer === "value" || /[\u4e00-\u9fff]/.test(answer)).toBe(true);
      }
      expect(Date.now() - started).toBeLessThan(CEILING);
    },
    2 * CEILING,
  );

  it("reads nothing from prototypes", () => {
    for (const name of PROTOTYPE) {
      const compiled = compileExpression(`record.${name}`, { record: { type: "object", properties: {} } });
      const result = compiled.ok && compiled.expression.evaluate({ record: {} }, { now: NOW });
      expect(result).toEqual({ ok: true, value: null });
    }
    const own = JSON.parse('{"record": {"__proto__": 7}}') as Record<string, Json>;
    const compiled = compileExpression("record.__proto__");
    expect(compiled.ok && compiled.expression.evaluate(own, { now: NOW })).toEqual({ ok: true, value: 7 });
  });

  it("writes an entry __proto__ as data, not as a prototype", () => {
    const compiled = compileExpression('{"__proto__": {"admin": true}}');
    const result = compiled.ok && compiled.expression.evaluate({}, { now: NOW });
    if (result === false || !result.ok) throw new Error("no result");
    const json = toJson(result.value);
    expect(json.ok && JSON.stringify(json.value)).toBe('{"__proto__":{"admin":true}}');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it("looks at values and types that contain themselves without end", () => {
    const endless: FeelType = {
      name: "list",
      element: { name: "t", element: null, entries: [], parameters: null, returns: null, allows: null },
      entries: [],
      parameters: null,
      returns: null,
      allows: null,
    };
    const chained = { ...endless, name: "u" };
    const value = readJson(deep(100));
    if (!value.ok) throw new Error("no value");
    expect(conformsTo(value.value, endless, new Map([["t", endless]]))).toBe(false);
    expect(conformsTo(1, chained, new Map([["u", chained]]))).toBe(false);
    expect(readJson(deep(100_000)).ok).toBe(false);
    expect(isEqual(value.value, value.value)).toBe(true);
  });
});
