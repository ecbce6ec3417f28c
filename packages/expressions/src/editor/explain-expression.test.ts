import { expect, it } from "vitest";
import type { FieldTypes } from "../json/field-type.ts";
import { explainExpression } from "./explain-expression.ts";

const types: FieldTypes = {
  sum: { type: "string", format: "money" },
  due: { type: "string", format: "date" },
};

it("says what an expression gives, in both languages", () => {
  expect(explainExpression("sum > 5", types)).toMatchObject({ type: { en: "true or false" }, errors: [] });
  expect(explainExpression("sum", types).type).toEqual({ en: "amount", "zh-CN": "金额" });
  expect(explainExpression('due + duration("P1D")', types).type).toMatchObject({ "zh-CN": "日期" });
});

it("says where it is wrong", () => {
  const source = "sum > limt";
  const { errors } = explainExpression(source, types);
  expect(errors[0]?.code).toBe("expression.unknown-name");
  const { offset = 0, length = 0 } = errors[0]?.at ?? {};
  expect(source.slice(offset, offset + length)).toBe("limt");
  expect(explainExpression("sum >", types)).toMatchObject({ type: null, errors: [{ at: {} }] });
});
