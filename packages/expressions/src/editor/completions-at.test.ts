import { describe, expect, it } from "vitest";
import type { FieldTypes } from "../json/field-type.ts";
import { completionsAt } from "./completions-at.ts";
import { nameSuggestions } from "./name-suggestions.ts";

const types: FieldTypes = {
  refundAmount: {
    type: "string",
    format: "money",
    title: { en: "Refund asked for", "zh-CN": "申请退款金额" },
  },
  channel: {
    type: "string",
    oneOf: [{ const: "JD", title: { en: "JD", "zh-CN": "京东" } }, { const: "Tmall" }],
  },
  policy: { type: "object", properties: { leadAbove: { type: "string", format: "money" } } },
  lines: { type: "array", items: { type: "object", properties: { grade: { type: "string" } } } },
  "ship-by": { type: "string", format: "date" },
};

function inserts(source: string): string[] {
  return completionsAt(source, source.length, types).options.map((option) => option.insert);
}

describe("completionsAt", () => {
  it("offers fields with type and title", () => {
    expect(completionsAt("ref", 3, types)).toMatchObject({
      from: 0,
      to: 3,
      options: [
        {
          label: "refundAmount",
          kind: "field",
          type: "money",
          title: { en: "Refund asked for", "zh-CN": "申请退款金额" },
        },
      ],
    });
  });

  it("finds a field by its Chinese title", () => {
    expect(inserts("退款")).toEqual(["refundAmount"]);
  });

  it("offers functions with signature", () => {
    const { options } = completionsAt("1 + string l", 12, types);
    expect(completionsAt("substr", 6, types).options[0]).toMatchObject({
      kind: "function",
      signature: "substring(string, start position, length?)",
    });
    expect(options.length).toBeGreaterThan(0);
  });

  it("offers the fields of a record, of rows and of loop names after a dot", () => {
    expect(inserts("policy.")).toEqual(["leadAbove"]);
    expect(inserts("lines.g")).toEqual(["grade"]);
    expect(inserts("some l in lines satisfies l.")).toEqual(["grade"]);
  });

  it("offers the choices after an equals sign, also by title", () => {
    expect(inserts("channel = ")).toEqual(['"JD"', '"Tmall"']);
    expect(completionsAt('channel = "京', 12, types)).toMatchObject({
      from: 10,
      options: [{ insert: '"JD"' }],
    });
  });

  it("offers nothing within a text", () => {
    expect(inserts('"ref')).toEqual([]);
  });

  it("quotes a name that the language would read otherwise", () => {
    expect(inserts("ship")).toContain("`ship-by`");
  });
});

describe("nameSuggestions", () => {
  it("gives the nearest names first", () => {
    expect(nameSuggestions("refundAmout", types)).toEqual(["refundAmount"]);
    expect(nameSuggestions("zzz", types)).toEqual([]);
  });
});
