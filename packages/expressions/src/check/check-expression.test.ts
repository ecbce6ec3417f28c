import { describe, expect, it } from "vitest";
import type { FieldTypes } from "../json/field-type.ts";
import { checkExpression, type Expected } from "./check-expression.ts";

const types: FieldTypes = {
  refundAmount: { type: "string", format: "money" },
  channel: { type: "string", oneOf: [{ const: "Taobao" }, { const: "JD" }] },
  risk: { type: "number" },
  buyer: { type: "string" },
  shipped: { type: "boolean" },
  shippedAt: { type: "string", format: "date-time" },
  window: { type: "string", format: "duration" },
  policy: { type: "object", properties: { leadAbove: { type: "string", format: "money" } } },
  lines: {
    type: "array",
    items: {
      type: "object",
      properties: { grade: { type: "string", enum: ["A", "B"] }, qty: { type: "integer" } },
    },
  },
};

describe("checkExpression", () => {
  it.each<[string, Expected]>([
    ["refundAmount > policy.leadAbove or risk >= 0.7", "boolean"],
    ['channel = "JD" and not(shipped)', "boolean"],
    ['some l in lines satisfies l.grade = "B"', "boolean"],
    ['count(lines[grade = "A"]) > 1', "boolean"],
    ["sum(for l in lines return l.qty)", "number"],
    ["shippedAt + window", "date"],
    ["lines[qty > 1]", "list"],
    ['"No. " + string(refundAmount)', "string"],
    ["if shipped then 1 else null", "number"],
    ["refundAmount = null", "boolean"],
    ["{退货: 1}.退货", "number"],
    ["shippedAt.year", "number"],
    ['channel in ("JD", "Taobao")', "boolean"],
    ['now() - shippedAt > @"P7D"', "boolean"],
    ["(function(n: number, s: string) if n > 1 then s else s + s)(2, buyer)", "any"],
    ["{half: function(n) if n < 1 then 0 else half(n / 2) + 1, r: half(risk)}.r = 1", "boolean"],
    ["risk between 1 and 1", "boolean"],
    ["risk >= 1 and risk <= 1", "boolean"],
    ["risk > 1 or risk < 1", "boolean"],
    ["risk = 1 or risk = 2", "boolean"],
    ["risk != 1 and risk != 2", "boolean"],
    ["risk > 5 and refundAmount < 3", "boolean"],
    ["risk > 5 and (risk < 3 or shipped)", "boolean"],
    ['buyer != "a" or buyer = null', "boolean"],
    ["risk = null or risk > 5", "boolean"],
    ["risk in [1..1]", "boolean"],
    ['risk in range("[1..5]")', "boolean"],
  ])("finds nothing in %s", (source, expected) => {
    expect(checkExpression(source, types, expected)).toEqual([]);
  });

  it.each<[string, Expected, string, number, number]>([
    ["refundAmout > 5", "boolean", "unknown-name-near", 0, 11],
    ["xyz > 5", "boolean", "unknown-name", 0, 3],
    ["policy.leadAbov > 1", "boolean", "unknown-entry-near", 0, 15],
    ["policy.zzzzzz > 1", "boolean", "unknown-entry", 0, 13],
    ["buyer.name", "any", "no-entries", 0, 10],
    ['refundAmount > "5"', "boolean", "type-mismatch", 0, 18],
    ["shipped > false", "boolean", "type-mismatch", 0, 15],
    ["buyer + 1", "any", "type-mismatch", 0, 9],
    ['channel = "Taobo"', "boolean", "unknown-choice-near", 10, 7],
    ['lines[grade = "Z"]', "list", "unknown-choice", 14, 3],
    ["refundAmount", "boolean", "type-expected", 0, 12],
    ["risk and shipped", "boolean", "type-expected", 0, 4],
    ["risk between 5 and 1", "boolean", "empty-range", 0, 20],
    ["risk > 5 and risk < 3", "boolean", "never-true", 0, 21],
    ["3 > risk and shipped and risk > 5", "boolean", "never-true", 0, 33],
    ["risk > 5 and risk <= 5", "boolean", "never-true", 0, 22],
    ["risk = 5 and risk >= 6", "boolean", "never-true", 0, 22],
    ['channel = "JD" and channel = "Taobao"', "boolean", "never-true", 0, 37],
    ["risk = null and risk = 5", "boolean", "never-true", 0, 24],
    ["shipped = true and shipped = false", "boolean", "never-true", 0, 34],
    ['channel != "JD" or channel != "Taobao"', "boolean", "always-true", 0, 38],
    ["risk > 3 or risk < 5", "boolean", "always-true", 0, 20],
    ["risk != null or risk != 5", "boolean", "always-true", 0, 25],
    ["policy.leadAbove >= 3 or shipped or policy.leadAbove < 3", "boolean", "always-true", 0, 56],
    [
      'shippedAt > @"2026-11-24T00:00:00Z" and shippedAt < @"2026-11-23T00:00:00Z"',
      "boolean",
      "never-true",
      0,
      75,
    ],
    ["risk in [5..1]", "boolean", "empty-range", 8, 6],
    ["risk in (1..1]", "boolean", "empty-range", 8, 6],
    ['shippedAt in [@"2026-11-24"..@"2026-11-23"]', "boolean", "empty-range", 13, 30],
    ['(function(n: number) n > "a")(1)', "any", "type-mismatch", 21, 7],
    ["(function(c: context<a: number>) c.b)({a: 1})", "any", "unknown-entry", 33, 3],
    ["{a: 1, a: 2}", "any", "duplicate-entry", 7, 4],
    ["if risk then 1 else 2", "any", "type-expected", 3, 4],
    ["shipped", "date", "type-expected", 0, 7],
    ["substring(risk, 1)", "string", "bad-argument", 10, 4],
    ["substring(buyer)", "string", "bad-call", 0, 16],
    ['contians(buyer, "x")', "boolean", "unknown-function-near", 0, 8],
    ["frobnicate(1)", "any", "unknown-function", 0, 10],
    ["risk >", "boolean", "incomplete", 6, 0],
    ["risk > 1)", "boolean", "syntax", 8, 1],
    ["risk ＞ 1", "boolean", "wrong-sign", 5, 1],
    ["buyer = “王芳”", "boolean", "wrong-sign", 8, 1],
    ["risk == 1", "boolean", "wrong-sign", 5, 2],
    ["buyer = 'x'", "boolean", "wrong-sign", 8, 1],
    ['buyer = "x', "boolean", "open-text", 8, 2],
    ["  ", "any", "empty", 0, 2],
  ])("says what is wrong with %s", (source, expected, code, offset, length) => {
    const [error] = checkExpression(source, types, expected);
    expect(error).toMatchObject({ code: `expression.${code}`, at: { offset, length } });
    for (const text of [error?.message, error?.fix]) {
      expect(text?.en).toMatch(/^[^{}]+$/);
      expect(text?.["zh-CN"]).toMatch(/[\u4e00-\u9fff]/);
      expect(text?.["zh-CN"]).not.toMatch(/[{}]/);
    }
  });

  it("suggests in both languages", () => {
    const [error] = checkExpression("refundAmout > 5", types, "boolean");
    expect(error?.fix).toEqual({ en: "Did you mean refundAmount?", "zh-CN": "您是不是想写 refundAmount？" });
  });

  it("reports every mistake once", () => {
    const errors = checkExpression('channel in ("x1", "x2") and buyr = "a"', types, "boolean");
    expect(errors.map((error) => error.code)).toEqual([
      "expression.unknown-choice",
      "expression.unknown-choice",
      "expression.unknown-name-near",
    ]);
  });
});
