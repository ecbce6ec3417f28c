import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("records and functions", () => {
  it.each([
    ["{a: 1, b: a + 1}", { a: 1, b: 2 }],
    ['{"退货 单": 1}', { "退货 单": 1 }],
    ["{a: {b: 2}}.a.b", 2],
    ["{a: 1}.b", null],
    ["{}.constructor", null],
    ["{}.__proto__", null],
    ["{f: function(x) x * 2, r: f(4)}.r", 8],
    ["{f: function(x, y) x - y, r: f(y: 1, x: 5)}.r", 4],
    ["{f: function(x) x, r: f()}.r", "error bad-call"],
    ["{f: function(g) g(g), r: f(f)}.r", "error calls-too-deep"],
    ["(function(a) function(b) a + b)(1)(2)", 3],
    ["function(x) x", "error not-storable"],
    ["[1..3]", "error not-storable"],
    ["{a: 1}(2)", "error not-function"],
    ["__proto__()", "error unknown-function"],
    ['contians("a", "b")', "error unknown-function-near"],
    ['function(a) external {java: {class: "x"}}', "error unsupported"],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
