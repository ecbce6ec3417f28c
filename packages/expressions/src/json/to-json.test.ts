import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";
import { compileExpression, type FieldType, toJson } from "../index.ts";

function stored(source: string, type: FieldType): unknown {
  const compiled = compileExpression(source);
  if (!compiled.ok) return compiled.error.code;
  const evaluated = compiled.expression.evaluate({}, { now: "2026-11-24T00:00:00Z" });
  if (!evaluated.ok) return evaluated.error.code;
  const json = toJson(evaluated.value, type);
  return json.ok ? json.value : json.error.code;
}

describe("values as JSON", () => {
  it.each<[string, FieldType, unknown]>([
    ["12.3", { type: "string", format: "money" }, "12.30"],
    ["0", { type: "string", format: "money" }, "0.00"],
    ["0.125", { type: "string", format: "money" }, "0.125"],
    ["-5", { type: "string", format: "money" }, "-5.00"],
    ["12345678901234567.89", { type: "string", format: "money" }, "12345678901234567.89"],
    ["0.1 + 0.2", { type: "number" }, 0.3],
    ["1 / 3", { type: "number" }, "0.3333333333333333333333333333333333"],
    ["7", { type: "string" }, "7"],
    ["[1.5]", { type: "array", items: { type: "string", format: "money" } }, ["1.50"]],
    ["{a: 1}", { type: "object", properties: { a: { type: "string", format: "money" } } }, { a: "1.00" }],
    ['@"2026-11-24"', { type: "string", format: "date-time" }, "2026-11-24T00:00:00.000Z"],
    ['@"2026-11-24T10:00:00"', { type: "string", format: "date-time" }, "2026-11-24T10:00:00Z"],
    ['@"P7D"', { type: "string", format: "duration" }, "P7D"],
    ["function() 1", {}, "expression.not-storable"],
  ])("%s for %j", (source, type, expected) => {
    expect(stored(source, type)).toEqual(expected);
  });

  it("does not unfold a list that contains itself over and over", () => {
    expect(resultOf("for i in 1..60 return [partial[-1], partial[-1]]")).toBe("error too-large");
  });
});

describe("JSON as values", () => {
  const types: Record<string, FieldType> = {
    paid: { type: "string", format: "money" },
    on: { type: "string", format: "date" },
    at: { type: "string", format: "date-time" },
    window: { type: "string", format: "duration" },
    rows: {
      type: "array",
      items: { type: "object", properties: { unit: { type: "string", format: "money" } } },
    },
  };

  it.each<[string, unknown]>([
    ["paid + 0.05", 12.35],
    ["string(paid)", "12.30"],
    ["string(paid * 2)", "24.60"],
    ['on + @"P1D"', "2026-11-25"],
    ["at + window", "2026-12-01T08:00:00Z"],
    ["sum(rows.unit)", 3.7],
    ["rows[unit > 2].unit", [2.5]],
    ["for r in rows return string(r.unit)", ["1.20", "2.50"]],
    ["missing", null],
    ["missing.part", null],
    ["toString", null],
    ["untyped", "12.30"],
  ])("%s", (source, expected) => {
    const variables = {
      paid: "12.30",
      on: "2026-11-24",
      at: "2026-11-24T08:00:00Z",
      window: "P7D",
      rows: [{ unit: "1.20" }, { unit: "2.50" }],
      untyped: "12.30",
    };
    expect(resultOf(source, variables, types)).toEqual(expected);
  });

  it("says which field has a value that its format does not allow", () => {
    expect(resultOf("paid > 1", { paid: "a lot" }, types)).toBe("error bad-variable");
    expect(resultOf("paid = null", { paid: "" }, types)).toBe(true);
  });
});
