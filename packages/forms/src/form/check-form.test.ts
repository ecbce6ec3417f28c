import type { CaseData, Form, Problem } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { checkForm } from "./check-form.ts";

const NOW = "2026-11-24T09:00:00Z";

const schema: CaseData = {
  type: "object",
  properties: {
    orderNo: { type: "string", title: { en: "Order number", "zh-CN": "订单号" }, maxLength: 10 },
    amount: { type: "string", format: "money", currency: "CNY", title: "Amount", minimum: 0 },
    decision: { type: "string", title: { en: "Decision", "zh-CN": "结论" }, enum: ["full", "partial"] },
    agreed: { type: "string", format: "money", title: { en: "Agreed amount", "zh-CN": "协商金额" } },
    gift: { type: "boolean", title: "Gift returned?", default: false },
    policy: {
      type: "object",
      properties: { limit: { type: "number", title: "Limit", maximum: 9 }, window: { type: "string" } },
    },
    lines: {
      type: "array",
      title: { en: "Inspection", "zh-CN": "验货明细" },
      minItems: 2,
      items: {
        type: "object",
        properties: {
          sku: { type: "string", title: "SKU" },
          qty: { type: "integer", minimum: 0, title: { en: "Quantity", "zh-CN": "数量" } },
          photo: { type: "string", format: "photo", title: { en: "Photo", "zh-CN": "照片" } },
        },
        required: ["sku", "qty"],
      },
    },
  },
};

function form(...fields: Form["sections"][number]["fields"]): Form {
  return { id: "f", sections: [{ fields }] };
}

function check(
  fields: Form["sections"][number]["fields"],
  data: Parameters<typeof checkForm>[0]["data"],
  variables: Parameters<typeof checkForm>[0]["variables"] = {},
  stage: "complete" | "draft" = "complete",
) {
  return checkForm({ form: form(...fields), schema, data, variables, now: NOW, stage });
}

const codes = (problems: readonly Problem[]) => problems.map(({ code, path }) => `${code} ${path}`);

describe("a form that a person completes", () => {
  it("names an empty required field in both languages and says what to do", () => {
    const { problems } = check([{ field: "orderNo", required: true }], { orderNo: "  " });
    expect(problems).toMatchObject([
      {
        code: "form.required",
        path: "/orderNo",
        message: { en: "“Order number” is empty.", "zh-CN": "“订单号”没有填写。" },
        fix: { en: "Fill in “Order number”.", "zh-CN": "请填写“订单号”。" },
      },
    ]);
  });

  it("takes the value that the case has already for a required field that was left alone", () => {
    const result = check([{ field: "orderNo", required: true }], {}, { orderNo: "A1" });
    expect(result).toEqual({ problems: [], data: {} });
  });

  it("prefers the form's own label in the sentence", () => {
    const { problems } = check([{ field: "orderNo", required: true, label: "Number of the order" }], {});
    expect(problems[0]?.message.en).toBe("“Number of the order” is empty.");
  });

  it("brings amounts to the decimals of their currency", () => {
    expect(check([{ field: "amount" }], { amount: "012.5" })).toEqual({
      problems: [],
      data: { amount: "12.50" },
    });
  });

  it("writes the default that was shown and left alone", () => {
    expect(check([{ field: "gift" }], {}).data).toEqual({ gift: false });
  });

  it("clears what the case has when the person empties the field", () => {
    expect(check([{ field: "orderNo" }], { orderNo: "" }, { orderNo: "A1" }).data).toEqual({ orderNo: null });
  });

  it("keeps the other fields of a group when one of them is edited", () => {
    const result = check(
      [{ field: "policy.limit" }],
      { policy: { limit: 3 } },
      { policy: { limit: 1, window: "P7D" } },
    );
    expect(result).toEqual({ problems: [], data: { policy: { limit: 3, window: "P7D" } } });
  });

  it("points into the group for a problem of one of its fields", () => {
    const { problems } = check([{ field: "policy.limit" }], { policy: { limit: 10 } });
    expect(codes(problems)).toEqual(["form.maximum /policy/limit"]);
  });
});

describe("conditions of a form", () => {
  const fields = [
    { field: "decision", required: true },
    {
      field: "agreed",
      visibleWhen: 'decision = "partial"',
      requiredWhen: 'decision = "partial"',
    },
  ];

  it("ask for a field only when they hold", () => {
    expect(codes(check(fields, { decision: "partial" }).problems)).toEqual(["form.required /agreed"]);
    expect(check(fields, { decision: "full" }).problems).toEqual([]);
  });

  it("drop what was typed into a field that is hidden now", () => {
    expect(check(fields, { decision: "full", agreed: "5.00" })).toEqual({
      problems: [],
      data: { decision: "full" },
    });
  });

  it("read what the person typed, not what the case had", () => {
    const { problems } = check(fields, { decision: "partial" }, { decision: "full" });
    expect(codes(problems)).toEqual(["form.required /agreed"]);
  });

  it("that read a field which is empty simply do not hold", () => {
    expect(check([{ field: "orderNo", requiredWhen: "policy.limit > 5" }], {}).problems).toEqual([]);
  });
});

describe("what a step does not let edit", () => {
  it("may come back unchanged", () => {
    const result = check([{ field: "orderNo", mode: "read" }], { orderNo: "A1" }, { orderNo: "A1" });
    expect(result).toEqual({ problems: [], data: {} });
  });

  it("is refused when it is changed", () => {
    const result = check([{ field: "orderNo", mode: "read" }], { orderNo: "B2" }, { orderNo: "A1" });
    expect(codes(result.problems)).toEqual(["form.field-not-here /orderNo"]);
    expect(result.data).toEqual({});
  });

  it("is refused when the form does not have it, and named when the case does not", () => {
    const result = check([{ field: "orderNo" }], { amount: "1.00", oderNo: "x", constructor: 1 });
    expect(codes(result.problems)).toEqual([
      "form.field-not-here /amount",
      "form.field-unknown /oderNo",
      "form.field-unknown /constructor",
    ]);
  });

  it("is everything where the step has no form", () => {
    const result = checkForm({
      form: null,
      schema,
      data: { amount: "1.00" },
      variables: {},
      now: NOW,
      stage: "complete",
    });
    expect(codes(result.problems)).toEqual(["form.field-not-here /amount"]);
  });
});

describe("rows", () => {
  const two = (second: object) => ({ lines: [{ sku: "a", qty: 1 }, second] }) as never;

  it("name the row and the column", () => {
    const { problems } = check([{ field: "lines" }], two({ sku: "b" }));
    expect(problems).toMatchObject([
      {
        code: "form.required",
        path: "/lines/1/qty",
        message: {
          en: "“Quantity (Inspection, row 2)” is empty.",
          "zh-CN": "“验货明细第 2 行的数量”没有填写。",
        },
      },
    ]);
  });

  it("are counted", () => {
    expect(codes(check([{ field: "lines" }], { lines: [{ sku: "a", qty: 1 }] }).problems)).toEqual([
      "form.min-items /lines",
    ]);
    expect(codes(check([{ field: "lines", required: true }], { lines: [] }).problems)).toEqual([
      "form.required /lines",
    ]);
  });

  it("refuse columns that they do not have and entries that are no rows", () => {
    const { problems } = check([{ field: "lines" }], { lines: [{ sku: "a", qty: 1, x: 1 }, 7] as never });
    expect(codes(problems)).toEqual(["form.field-unknown /lines/0/x", "form.type /lines/1"]);
  });

  it("keep the columns that this form only shows, and stay as many as they are", () => {
    const fields = [
      {
        field: "lines",
        columns: [
          { field: "sku", mode: "read" as const },
          { field: "qty", required: true },
        ],
      },
    ];
    const stored = {
      lines: [
        { sku: "a", photo: "p1" },
        { sku: "b", qty: 5 },
      ],
    };
    expect(check(fields, { lines: [{ qty: 1 }, { sku: "b", qty: 2 }] }, stored)).toEqual({
      problems: [],
      data: {
        lines: [
          { sku: "a", photo: "p1", qty: 1 },
          { sku: "b", qty: 2 },
        ],
      },
    });
    const changed = check(fields, { lines: [{ sku: "z", qty: 1 }] }, stored);
    expect(codes(changed.problems)).toEqual([
      "form.min-items /lines",
      "form.rows-fixed /lines",
      "form.field-not-here /lines/0/sku",
    ]);
  });

  it("ask for a column by a condition over the row", () => {
    const fields = [
      { field: "lines", columns: [{ field: "qty" }, { field: "photo", requiredWhen: "qty > 3" }] },
    ];
    const { problems } = check(fields, { lines: [{ qty: 4 }, { qty: 3 }] });
    expect(codes(problems)).toEqual(["form.required /lines/0/photo"]);
  });
});

describe("a draft", () => {
  it("may be half filled, and keeps what was typed", () => {
    const fields = [{ field: "orderNo", required: true }, { field: "amount" }, { field: "lines" }];
    const data = { amount: "12.", lines: [{ sku: "" }] };
    expect(check(fields, data, {}, "draft")).toEqual({ problems: [], data: { amount: "12.", lines: [{}] } });
  });

  it("still refuses what could not be stored", () => {
    const result = check([{ field: "orderNo" }], { orderNo: "a\u0000" }, {}, "draft");
    expect(codes(result.problems)).toEqual(["form.text-character /orderNo"]);
  });
});

describe("bounds", () => {
  it("stop deep data before anything walks it", () => {
    let deep: never = {} as never;
    for (let level = 0; level < 10_000; level++) deep = { orderNo: deep } as never;
    expect(codes(check([{ field: "orderNo" }], deep).problems)).toEqual(["form.too-deep "]);
  });

  it("stop wide data", () => {
    const lines = Array.from({ length: 30_000 }, () => ({ sku: "a", qty: 1 }));
    expect(codes(check([{ field: "lines" }], { lines }).problems)).toEqual(["form.max-items /lines"]);
  });

  it("take data that is no object for what it is", () => {
    expect(codes(check([{ field: "orderNo" }], [] as never).problems)).toEqual(["form.type "]);
    expect(codes(check([{ field: "orderNo" }], null as never).problems)).toEqual(["form.type "]);
  });
});
