import { isDecimal } from "../number/decimal.ts";
import type { FeelValue } from "./feel-value.ts";

export type Kind =
  | "null"
  | "boolean"
  | "string"
  | "number"
  | "date"
  | "time"
  | "date and time"
  | "days and time duration"
  | "years and months duration"
  | "range"
  | "function"
  | "context"
  | "list";

/** The FEEL type of a value. */
export function kindOf(value: FeelValue): Kind {
  if (value === null) return "null";
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "string":
      return "string";
    case "number":
      return "number";
  }
  if (Array.isArray(value)) return "list";
  if (isDecimal(value)) return "number";
  return (
    value as Exclude<FeelValue, null | boolean | string | number | readonly FeelValue[]> & { kind: Kind }
  ).kind;
}

export function isNumber(value: FeelValue): value is import("./feel-value.ts").FeelNumber {
  return typeof value === "number" || isDecimal(value);
}

export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value);
}
