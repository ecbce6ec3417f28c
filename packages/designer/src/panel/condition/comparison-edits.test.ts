import type { Field } from "@flowright/definition";
import { type Condition, conditionOf, sourceOf } from "@flowright/expressions";
import { describe, expect, it } from "vitest";
import { comparisonFor, isComplete, operatorsOf, withOperator } from "./comparison-edits.ts";

const money: Field = { type: "string", format: "money", currency: "CNY" };
const grade: Field = { type: "string", oneOf: [{ const: "A" }, { const: "B" }] };

describe("a new comparison", () => {
  it("of an amount asks for the amount before it can be written", () => {
    const fresh = comparisonFor("amount", money);
    expect(fresh).toEqual({ path: "amount", operator: ">", value: { number: "" } });
    expect(isComplete({ all: [fresh] })).toBe(false);
    expect(isComplete({ all: [{ ...fresh, value: { number: "5000" } } as never] })).toBe(true);
  });

  it("of a choice begins with the first choice, of yes and no with yes", () => {
    expect(comparisonFor("grade", grade)).toEqual({ path: "grade", operator: "=", value: { text: "A" } });
    expect(comparisonFor("gift", { type: "boolean" })).toEqual({ path: "gift", operator: "yes" });
  });
});

describe("another operator", () => {
  it("keeps the value that still fits", () => {
    const above = { path: "amount", operator: ">", value: { number: "5" } } as const;
    expect(withOperator(above, "<=", money)).toEqual({ ...above, operator: "<=" });
    expect(withOperator(above, "between", money)).toEqual({
      path: "amount",
      operator: "between",
      values: [{ number: "5" }, { number: "" }],
    });
    expect(withOperator(above, "is empty", money)).toEqual({ path: "amount", operator: "is empty" });
  });

  it("in use is always offered, even where it is unusual", () => {
    expect(operatorsOf({ type: "boolean" }, "=")).toContain("=");
  });
});

describe("what the rows write", () => {
  it("comes back as the same rows", () => {
    const conditions: Condition[] = [
      { all: [{ path: "amount", operator: ">", value: { number: "5000" } }] },
      {
        any: [
          { path: "gift", operator: "no" },
          { path: "grade", operator: "in", values: [{ text: "A" }, { text: "B" }] },
        ],
      },
      {
        all: [
          { path: "amount", operator: "between", values: [{ number: "1" }, { number: "2.5" }] },
          {
            any: [
              { path: "note", operator: "contains", value: { text: "急" } },
              { path: "grade", operator: "is empty" },
            ],
          },
          { path: "amount", operator: ">", value: { field: "policy.leadAbove" } },
          { path: "day", operator: "<", value: { moment: "2026-11-24" } },
        ],
      },
    ];
    for (const condition of conditions) {
      const read = conditionOf(sourceOf(condition));
      expect(read && sourceOf(read)).toBe(sourceOf(condition));
    }
  });
});
