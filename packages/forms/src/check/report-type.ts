import type { BilingualText, Field } from "@flowright/definition";
import { decimalsOf } from "../value/decimal.ts";
import type { Json } from "../value/json.ts";
import { type Check, type Place, report } from "./check.ts";

type TypeName = NonNullable<Field["type"]>;

const NAMES: { readonly [type in TypeName]: BilingualText } = {
  string: { en: "a text", "zh-CN": "文本" },
  number: { en: "a number", "zh-CN": "数字" },
  integer: { en: "a whole number", "zh-CN": "整数" },
  boolean: { en: "yes or no", "zh-CN": "是或否" },
  array: { en: "a list", "zh-CN": "列表" },
  object: { en: "a group of fields", "zh-CN": "一组字段" },
};

/** Reports a value of another type than the field's; true if it did. */
export function reportType(check: Check, field: Field, value: Json, place: Place): boolean {
  const expected = field.type;
  if (expected === undefined) return false;
  if (field.format === "money" && typeof value === "number") {
    report(check, "form.money-number", place, { example: value.toFixed(decimalsOf(field.currency)) });
    return true;
  }
  const given = typeOf(value);
  if (given === expected || (expected === "number" && given === "integer")) return false;
  report(check, "form.type", place, {
    expectedEn: NAMES[expected].en,
    expectedZh: NAMES[expected]["zh-CN"],
    givenEn: NAMES[given].en,
    givenZh: NAMES[given]["zh-CN"],
  });
  return true;
}

function typeOf(value: Json): TypeName {
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "integer" : "number";
  return typeof value as "string" | "boolean" | "object";
}
