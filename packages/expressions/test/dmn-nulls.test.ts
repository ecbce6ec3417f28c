import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileExpression, compileUnaryTests, type FeelValue, type Json, toJson } from "../src/index.ts";
import { NOW, resultOf } from "./result-of.ts";

function dmnResult(source: string, variables: Readonly<Record<string, Json>> = {}): Json {
  const compiled = compileExpression(source, undefined, { nulls: "dmn" });
  if (!compiled.ok) return `error ${compiled.error.code}`;
  const result = compiled.expression.evaluate(variables, { now: NOW });
  if (!result.ok) return `error ${result.error.code}`;
  const json = toJson(result.value);
  return json.ok ? json.value : `error ${json.error.code}`;
}

function made(source: string): FeelValue {
  const compiled = compileExpression(source);
  const result = compiled.ok && compiled.expression.evaluate({}, { now: NOW });
  if (result === false || !result.ok) throw new Error(source);
  return result.value;
}

describe("DMN's nulls", () => {
  it.each<[string, string, Json]>([
    ["1 + null", "error null-operand", null],
    ["null < 1", "error null-operand", null],
    ['1 < "a"', "error wrong-operands", null],
    ['1 = "a"', "error wrong-operands", null],
    ["1 / 0", "error division-by-zero", null],
    ['number("x")', "error no-result", null],
    ["abs(null)", "error bad-argument", null],
    ["abs()", "error bad-call", null],
    ["nonsense(1)", "error unknown-function", null],
    ["[1, 1 / 0]", "error division-by-zero", [1, null]],
    ["{a: 1 / 0, b: 2}", "error division-by-zero", { a: null, b: 2 }],
    ["if null then 1 else 2", "error not-boolean", 2],
    ['if "x" then 1 else 2', "error not-boolean", 2],
    ['true and "x"', "error not-boolean", null],
    ['false and "x"', "false", false],
    ['[1, "a", 3][item > 2]', "error wrong-operands", [3]],
    ["[1, 2][null]", "error not-boolean", []],
    ["some x in [1, null] satisfies x > 0", "true", true],
    ["every x in [1, null] satisfies x > 0", "error null-operand", null],
    ["for i in null return i", "error wrong-operand", null],
    ["for i in [2..1] return i", "error wrong-operand", null],
    ["5 in [1..null]", "error null-operand", null],
    ["5 in (1, > null)", "error null-operand", null],
    ["5 in (> null, 5)", "error null-operand", true],
    ['(function(n: number) n)("a")', "error bad-argument", null],
    ["null.a", "error", null],
    ["(function(a) 1 / a)(0) = null", "error division-by-zero", true],
    ["{f: function(x) if x = 0 then 1 / 0 else x, r: [f(0), f(1)]}.r", "error division-by-zero", [null, 1]],
  ])("%s", (source, strict, lenient) => {
    const found = resultOf(source, { unused: 1 });
    if (strict !== "error") expect(String(found)).toContain(strict);
    expect(dmnResult(source)).toEqual(lenient);
  });

  it("change nothing where every part has a result", () => {
    const { expression } = fc.letrec<{ expression: string }>((tie) => {
      const part = tie("expression");
      const pair = fc.tuple(part, part);
      return {
        expression: fc.oneof(
          { maxDepth: 4, withCrossShrink: true },
          fc.constantFrom(
            "1",
            "-2",
            "0.5",
            '"a"',
            '"b"',
            "null",
            "true",
            "false",
            "[1, 2]",
            "[1..3]",
            "{a: 1}",
            "x",
            '@"P1D"',
          ),
          fc
            .tuple(part, fc.constantFrom("+", "-", "*", "/", "=", "!=", "<", ">=", "and", "or"), part)
            .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
          fc.tuple(part, part, part).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
          pair.map(([a, b]) => `[${a}, ${b}]`),
          pair.map(([a, b]) => `(${a} in ${b})`),
          pair.map(([a, b]) => `(${a})[${b}]`),
          pair.map(([a, b]) => `(some i in ${a} satisfies ${b})`),
          pair.map(([a, b]) => `(for i in ${a} return [i, ${b}])`),
          pair.map(([a, b]) => `{a: ${a}, b: a = ${b}}`),
          fc
            .tuple(fc.constantFrom("count", "sum", "not", "string", "abs", "max", "flatten", "all"), part)
            .map(([name, a]) => `${name}(${a})`),
        ),
      };
    });
    let results = 0;
    fc.assert(
      fc.property(expression, (source) => {
        const strict = resultOf(source, { x: 3 });
        if (typeof strict === "string" && strict.startsWith("error")) return;
        results += 1;
        expect(dmnResult(source, { x: 3 })).toEqual(strict);
      }),
      { numRuns: 400 },
    );
    expect(results).toBeGreaterThan(50);
  });

  it("does not reach over the limits", () => {
    expect(dmnResult("[for i in 1..1000000 return i]")).toBe("error expression.too-many-steps");
    expect(dmnResult("{f: function(g) g(g), r: f(f)}.r")).toBe("error expression.calls-too-deep");
  });

  it("tells what every null stands for", () => {
    const compiled = compileExpression("[a + 1, b + 1]", undefined, { nulls: "dmn" });
    const codes: string[] = [];
    if (!compiled.ok) throw new Error(compiled.error.message.en);
    compiled.expression.evaluate({ a: null, b: "x" }, { now: NOW, onNull: ({ code }) => codes.push(code) });
    expect(codes).toEqual(["expression.null-operand", "expression.wrong-operands"]);
  });

  it("goes for unary tests too", () => {
    const answer = (source: string, input: Json): unknown => {
      const compiled = compileUnaryTests(source, {}, undefined, { nulls: "dmn" });
      return compiled.ok && compiled.tests.matches(input, {}, { now: NOW });
    };
    expect(answer("< 10", null)).toEqual({ ok: true, value: null });
    expect(answer("< 10, null", null)).toEqual({ ok: true, value: true });
    expect(answer("not(< 10)", null)).toEqual({ ok: true, value: null });
    expect(answer('"a"', 1)).toEqual({ ok: true, value: false });
  });
});

describe("variables that are given as values", () => {
  it("may be functions, and their names may hold signs", () => {
    const types = { "tax's rate/year": {}, order: { properties: { "net-sum": {} } }, double: {} };
    const compiled = compileExpression("double(order.net-sum) * tax's rate/year / 100 + x", types, {
      names: "dmn",
      given: new Set(["tax's rate/year", "order", "double"]),
    });
    if (!compiled.ok) throw new Error(compiled.error.message.en);
    const double = made("function(x) x * 2");
    const order = made('{"net-sum": 50}');
    const values = new Map<string, FeelValue>([
      ["tax's rate/year", 20],
      ["double", double],
      ["order", order],
    ]);
    expect(compiled.expression.evaluate({ x: 1 }, { now: NOW, values })).toEqual({ ok: true, value: 21 });
    expect(compiled.expression.reads).toEqual([["x"]]);
  });
});
