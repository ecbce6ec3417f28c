import type { Field } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { checkCaseData } from "./check-case-data.ts";

function codesOf(field: Field, value: unknown): string[] {
  const schema = { type: "object" as const, properties: { x: field } };
  return checkCaseData(schema, { x: value } as never).map((problem) => problem.code);
}

describe("formats", () => {
  const good: [Field, unknown][] = [
    [{ type: "string", format: "date" }, "2024-02-29"],
    [{ type: "string", format: "date-time" }, "2026-11-24T09:30:00+08:00"],
    [{ type: "string", format: "time" }, "09:30"],
    [{ type: "string", format: "duration" }, "P7D"],
    [{ type: "string", format: "duration" }, "PT1.5S"],
    [{ type: "string", format: "money" }, "-1280.50"],
    [{ type: "string", format: "money", currency: "JPY" }, "1280"],
    [{ type: "string", format: "person" }, "wang"],
    [{ type: "string", format: "photo" }, "01J_abc-9"],
    [{ type: "string", format: "email" }, "wang@example.com"],
    [{ type: "string", format: "uri" }, "https://example.com/a?b=中"],
    [{ type: "string", format: "phone" }, "+86 138-0000-0000"],
    [{ type: "string", format: "multiline" }, "a\nb"],
    [{ type: "number", multipleOf: 0.1 }, 0.3],
    [{ type: "integer" }, 3],
    [{ oneOf: [{ const: "A" }, { const: "B" }] }, "B"],
  ];
  it.each(good)("%j takes %j", (field, value) => {
    expect(codesOf(field, value)).toEqual([]);
  });

  const bad: [Field, unknown, string][] = [
    [{ type: "string", format: "date" }, "2026-02-29", "form.date"],
    [{ type: "string", format: "date-time" }, "2026-11-24T09:30:00", "form.date-time"],
    [{ type: "string", format: "time" }, "25:00", "form.time"],
    [{ type: "string", format: "duration" }, "P", "form.duration"],
    [{ type: "string", format: "money" }, "1,280.50", "form.money"],
    [{ type: "string", format: "money", currency: "JPY" }, "12.5", "form.money"],
    [{ type: "string", format: "money" }, 88, "form.money-number"],
    [{ type: "string", format: "money", minimum: 5 }, "4.99", "form.minimum"],
    [{ type: "string", format: "money", exclusiveMaximum: 5 }, "5.00", "form.exclusive-maximum"],
    [{ type: "string", format: "file" }, "../etc/passwd", "form.file"],
    [{ type: "string", format: "email" }, "wang@", "form.email"],
    [{ type: "string", format: "uri" }, "javascript:alert(1)", "form.uri"],
    [{ type: "string", format: "phone" }, "call me", "form.phone"],
    [{ type: "string", pattern: "^SF\\d+$" }, "YT1", "form.pattern"],
    [{ type: "string", maxLength: 2 }, "七天内", "form.max-length"],
    [{ type: "string", minLength: 2 }, "天", "form.min-length"],
    [{ type: "string", const: "x" }, "y", "form.choice"],
    [{ type: "string", enum: ["a"] }, "b", "form.choice"],
    [{ type: "integer" }, 1.5, "form.type"],
    [{ type: "number", exclusiveMinimum: 0 }, 0, "form.exclusive-minimum"],
    [{ type: "number", multipleOf: 0.1 }, 0.35, "form.multiple-of"],
    [{ type: "boolean" }, "yes", "form.type"],
    [
      { type: "array", items: { type: "string" }, uniqueItems: true },
      ["a", "b", "a"],
      "form.duplicate-items",
    ],
    [{ type: "array", items: { type: "string" }, maxItems: 1 }, ["a", "b"], "form.max-items"],
    [{ type: "object", properties: {} }, { y: 1 }, "form.field-unknown"],
  ];
  it.each(bad)("%j refuses %j as %s", (field, value, code) => {
    expect(codesOf(field, value)).toEqual([code]);
  });
});

describe("the data of a case", () => {
  it("counts characters as people do, not as UTF-16 does", () => {
    expect(codesOf({ type: "string", maxLength: 2 }, "😀😀")).toEqual([]);
  });

  it("names missing and unknown fields", () => {
    const schema = {
      type: "object" as const,
      properties: { orderNo: { title: "Order number" } },
      required: ["orderNo"],
    };
    const problems = checkCaseData(schema, { oderNo: "1" });
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ["form.field-unknown", "/oderNo"],
      ["form.required", "/orderNo"],
    ]);
  });

  it("is checked in linear time against any pattern", () => {
    expect(codesOf({ type: "string", pattern: "^(a+)+$" }, `${"a".repeat(50_000)}b`)).toEqual([
      "form.pattern",
    ]);
  });

  it("lists the choices by their titles in the reader's language", () => {
    const field: Field = { oneOf: [{ const: "A", title: { en: "Sellable", "zh-CN": "可售" } }] };
    const [problem] = checkCaseData({ type: "object", properties: { x: field } }, { x: "B" });
    expect(problem?.fix).toEqual({ en: "Choose one of: Sellable.", "zh-CN": "请选择：可售。" });
  });
});
