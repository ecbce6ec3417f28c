import type { Form } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addColumn,
  columnModes,
  moveColumn,
  removeColumn,
  setColumnMode,
  setColumnRequired,
} from "./column-edits.ts";
import { areMadeUp, CASE_KINDS, fieldOfKind, kindOf } from "./field-kind.ts";
import { fieldName } from "./field-name.ts";
import { withCaseField } from "./form-content.ts";
import { withText } from "./localized.ts";
import { moveFormField, neighbourPlace } from "./section-edits.ts";

const form: Form = {
  id: "f",
  sections: [
    { fields: [{ field: "a" }, { field: "b" }, { field: "c" }] },
    { fields: [] },
    { fields: [{ field: "d" }] },
  ],
};

const order = (each: Form) =>
  each.sections.map((section) => section.fields.map((field) => field.field).join(""));

describe("moving fields", () => {
  it("puts a field before the one at the target, also further down and into another section", () => {
    expect(order(moveFormField(form, { section: 0, index: 0 }, { section: 0, index: 2 }))).toEqual([
      "bac",
      "",
      "d",
    ]);
    expect(order(moveFormField(form, { section: 0, index: 2 }, { section: 0, index: 0 }))).toEqual([
      "cab",
      "",
      "d",
    ]);
    expect(order(moveFormField(form, { section: 0, index: 1 }, { section: 2, index: 1 }))).toEqual([
      "ac",
      "",
      "db",
    ]);
  });

  it("steps through all sections by the keyboard and back to where it began", () => {
    let now = form;
    const seen: string[] = [];
    const find = () => {
      const section = now.sections.findIndex((each) => each.fields.some((field) => field.field === "a"));
      return { section, index: now.sections[section]?.fields.findIndex((field) => field.field === "a") ?? 0 };
    };
    for (const step of [1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1] as const) {
      const to = neighbourPlace(now, find(), step);
      if (to) now = moveFormField(now, find(), to);
      seen.push(order(now).join("|"));
    }
    expect(seen.slice(0, 5)).toEqual(["bac||d", "bca||d", "bc|a|d", "bc||ad", "bc||da"]);
    expect(order(now)).toEqual(order(form));
  });

  it("never loses or doubles a field", () => {
    const place = fc.record({ section: fc.nat(2), index: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 20 }), (moves) => {
        const end = moves.reduce((now, [from, to]) => moveFormField(now, from, to), form);
        expect(order(end).join("").split("").sort().join("")).toBe("abcd");
      }),
    );
  });
});

describe("names of new fields", () => {
  it("come from the title", () => {
    expect(fieldName("Gift returned?", "yesNo", {})).toBe("giftReturned");
    expect(fieldName("Café prix", "text", {})).toBe("cafePrix");
  });

  it("avoid names that are taken or mean something in conditions", () => {
    expect(fieldName("Amount", "money", { amount: 1, amount2: 1 })).toBe("amount3");
    expect(fieldName("Date", "date", {})).toBe("date1");
    expect(fieldName("constructor", "text", {})).toBe("constructor");
  });

  it("fall back to the kind for titles without Latin letters", () => {
    expect(fieldName("赠品是否退回？", "yesNo", { yesNo1: 1 })).toBe("yesNo2");
    expect(fieldName("2 items", "rows", {})).toBe("rows1");
  });
});

describe("kinds of fields", () => {
  it("are found again in the field that they make", () => {
    for (const kind of CASE_KINDS) expect(kindOf(fieldOfKind(kind, "x"))).toBe(kind);
  });

  it("has a choice that stands in until somebody writes one", () => {
    const made = fieldOfKind("choice", "x").oneOf ?? [];
    expect(areMadeUp(made)).toBe(true);
    expect(areMadeUp([{ const: "1", title: { en: "Small", "zh-CN": "选项一" } }])).toBe(false);
    expect(areMadeUp([...made, { const: "Large" }])).toBe(false);
  });
});

describe("columns", () => {
  const field = fieldOfKind("rows", "Lines");
  const one = addColumn({ field, formField: { field: "lines" } }, "sku", { type: "string" });
  const two = addColumn(one, "qty", { type: "integer" });

  it("are all edited until one of them is shown in another way", () => {
    expect([...columnModes(two)]).toEqual([
      ["sku", "edit"],
      ["qty", "edit"],
    ]);
    const read = setColumnMode(two, "sku", "read");
    expect(read.formField?.columns).toEqual([{ field: "sku", mode: "read" }, { field: "qty" }]);
    const three = addColumn(read, "photo", { type: "string" });
    expect(three.formField?.columns?.at(-1)).toEqual({ field: "photo" });
  });

  it("take their requirement along when they are removed", () => {
    const required = setColumnRequired(two, "sku", true);
    expect(required.field.items?.required).toEqual(["sku"]);
    expect(removeColumn(required, "sku").field.items).toEqual({
      type: "object",
      properties: { qty: { type: "integer" } },
    });
  });

  it("move in the case and on the form alike", () => {
    const moved = moveColumn(setColumnMode(two, "sku", "read"), 0, 1);
    expect(Object.keys(moved.field.items?.properties ?? {})).toEqual(["qty", "sku"]);
    expect(moved.formField?.columns?.map((column) => column.field)).toEqual(["qty", "sku"]);
  });
});

describe("texts and nested fields", () => {
  it("keep the other language, and vanish with the last one", () => {
    expect(withText("Order", "zh-CN", "订单")).toEqual({ en: "Order", "zh-CN": "订单" });
    expect(withText({ en: "Order", "zh-CN": "订单" }, "en", "")).toEqual({ "zh-CN": "订单" });
    expect(withText({ en: "Order" }, "en", "")).toBeUndefined();
  });

  it("are changed in place", () => {
    const content = {
      variables: {
        type: "object" as const,
        properties: {
          a: {},
          policy: { type: "object" as const, properties: { limit: { type: "number" as const } } },
          z: {},
        },
      },
    };
    const next = withCaseField(content, "policy.limit", (field) => ({ ...field, maximum: 1 }));
    expect(Object.keys(next.variables?.properties ?? {})).toEqual(["a", "policy", "z"]);
    expect(next.variables?.properties["policy"]?.properties?.["limit"]).toEqual({
      type: "number",
      maximum: 1,
    });
  });
});
