import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { compileExpression, type FieldType, type Json, toJson } from "../src/index.ts";

const example = JSON.parse(
  readFileSync(
    path.join(import.meta.dirname, "../../../examples/return-handling/return-handling.json"),
    "utf8",
  ),
) as { variables: { properties: Record<string, FieldType> } };

const KEYS = new Set([
  "condition",
  "value",
  "businessKey",
  "caseTitle",
  "key",
  "rule",
  "visibleWhen",
  "requiredWhen",
]);

function sourcesIn(json: unknown, key = ""): string[] {
  if (Array.isArray(json)) return json.flatMap((item) => sourcesIn(item));
  if (typeof json === "object" && json !== null) {
    return Object.entries(json).flatMap(([name, value]) => sourcesIn(value, name));
  }
  if (typeof json !== "string") return [];
  if (key === "duration" || key === "date") return json.startsWith("=") ? [json.slice(1)] : [];
  return KEYS.has(key) ? [json] : [];
}

const VARIABLES: Record<string, Json> = {
  orderNo: "T-1001",
  returnNo: "R-1",
  exchangeNo: "E-1",
  buyer: "王芳",
  type: "refund-only",
  shipped: false,
  refundAmount: "620.50",
  deduction: "20.10",
  refundDue: "600.40",
  agreedAmount: "500.00",
  disputeDecision: "partial",
  goodsBack: false,
  offerAccepted: true,
  risk: 0.2,
  review: "approved",
  financeReview: "approved",
  labelNo: "L-7",
  returnAddress: "杭州市余杭区",
  items: [{ sku: "A", qty: 1, reason: "quality", unitPaid: "620.50" }],
  lines: [
    { sku: "A", qtyReceived: 1, grade: "A" },
    { sku: "B", qtyReceived: 2, grade: "D" },
  ],
  policy: {
    leadAbove: "500.00",
    riskLimit: 0.7,
    autoRefundUpTo: "200.00",
    countersignAbove: "5000.00",
    shipWindow: "P7D",
    answerWindow: "PT48H",
  },
  message: { orderNo: "T-1001", refundAmount: "620.50", shippedAt: "2026-11-20T08:00:00Z", items: [] },
  result: { refundNo: "F-1", paid: "620.50", risk: 0.2, shipped: false },
};

function resultOf(source: string, changes: Record<string, Json> = {}): Json {
  const compiled = compileExpression(source, example.variables.properties);
  if (!compiled.ok) throw new Error(`${source}: ${compiled.error.message.en}`);
  const evaluated = compiled.expression.evaluate(
    { ...VARIABLES, ...changes },
    { now: "2026-11-24T00:00:00Z" },
  );
  if (!evaluated.ok) throw new Error(`${source}: ${evaluated.error.message.en}`);
  const json = toJson(evaluated.value);
  if (!json.ok) throw new Error(json.error.message.en);
  return json.value;
}

describe("the expressions of the return handling example", () => {
  const sources = [...new Set(sourcesIn(example))];

  it("are found", () => {
    expect(sources.length).toBeGreaterThan(40);
  });

  it.each(sources)("%s compiles and evaluates", (source) => {
    expect(resultOf(source)).toBeDefined();
  });

  it("decide and compute what the flow relies on", () => {
    expect(resultOf("refundAmount > policy.leadAbove or risk >= policy.riskLimit")).toBe(true);
    expect(
      resultOf("refundAmount > policy.leadAbove or risk >= policy.riskLimit", { refundAmount: "500.00" }),
    ).toBe(false);
    expect(resultOf('some l in lines satisfies l.grade = "D"')).toBe(true);
    expect(
      resultOf('goodsBack = false or (every l in lines satisfies l.grade = "A")', { goodsBack: true }),
    ).toBe(false);
    expect(resultOf("string(refundAmount - deduction)")).toBe("600.40");
    expect(
      resultOf(
        'if disputeDecision = "full" then refundAmount else if disputeDecision = "partial" then agreedAmount else 0',
      ),
    ).toBe(500);
    expect(resultOf("policy.shipWindow")).toBe("P7D");
    expect(resultOf('orderNo + " · " + buyer')).toBe("T-1001 · 王芳");
  });

  it("names the sub-expression and the values when the amount is missing", () => {
    const compiled = compileExpression(
      "refundAmount > policy.leadAbove or risk >= policy.riskLimit",
      example.variables.properties,
    );
    if (!compiled.ok) throw new Error(compiled.error.message.en);
    const evaluated = compiled.expression.evaluate(
      { policy: { leadAbove: "500.00" } },
      { now: "2026-11-24T00:00:00Z" },
    );
    expect(evaluated).toMatchObject({
      ok: false,
      error: {
        code: "expression.null-operand",
        params: {
          part: "refundAmount > policy.leadAbove",
          operand: "refundAmount",
          left: "null",
          right: "500",
        },
      },
    });
    expect(compiled.expression.reads).toEqual([
      ["refundAmount"],
      ["policy", "leadAbove"],
      ["risk"],
      ["policy", "riskLimit"],
    ]);
  });
});
