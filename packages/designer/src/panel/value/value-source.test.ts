import { describe, expect, it } from "vitest";
import { fieldOptions } from "./field-options.ts";
import { fixedSource, valueSourceOf } from "./value-source.ts";

const options = fieldOptions(
  {
    orderNo: { type: "string", title: { en: "Order number", "zh-CN": "订单号" } },
    policy: {
      type: "object",
      title: "Policy",
      properties: { leadAbove: { format: "money", title: "Lead above" } },
    },
  },
  "zh-CN",
);

describe("fields to pick from", () => {
  it("have their titles, inner ones below their group", () => {
    expect(options.map(({ path, title }) => [path, title])).toEqual([
      ["orderNo", "订单号"],
      ["policy", "Policy"],
      ["policy.leadAbove", "Policy › Lead above"],
    ]);
  });
});

describe("a FEEL text", () => {
  it("is shown as a field, a fixed value or a formula", () => {
    expect(valueSourceOf("policy.leadAbove", options)).toEqual({ kind: "field", path: "policy.leadAbove" });
    expect(valueSourceOf('"refused"', options)).toEqual({ kind: "fixed", text: "refused" });
    expect(valueSourceOf("-12.50", options)).toEqual({ kind: "fixed", text: "-12.50" });
    expect(valueSourceOf("orderNo + 1", options)).toEqual({ kind: "formula", source: "orderNo + 1" });
    expect(valueSourceOf("unknown", options)).toEqual({ kind: "formula", source: "unknown" });
    expect(valueSourceOf('"a" + "b"', options)).toEqual({ kind: "formula", source: '"a" + "b"' });
  });

  it("of a fixed value is a number only where the place takes one", () => {
    expect(fixedSource("12", "number")).toBe("12");
    expect(fixedSource("12", "string")).toBe('"12"');
    expect(fixedSource("twelve", "number")).toBe('"twelve"');
    expect(fixedSource("true", "boolean")).toBe("true");
    expect(fixedSource('say "hi"', undefined)).toBe('"say \\"hi\\""');
  });
});
