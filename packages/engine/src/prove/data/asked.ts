import type { Field } from "@flowright/definition";
import { type Comparison, type Condition, conditionOf } from "@flowright/expressions";

export type Value = string | number | boolean | null;

/** What a condition asks, as far as it compares fields with constants. */
export type Asked =
  | { readonly all: readonly Asked[] }
  | { readonly any: readonly Asked[] }
  | {
      readonly path: string;
      readonly holds: (value: Value) => boolean | null;
      readonly near: readonly Value[];
    }
  /** Something that cannot be worked out here: it may hold or not. */
  | { readonly open: string };

export type FieldAt = (path: string) => Field | null;

/** What a FEEL condition asks. */
export function askedBy(source: string, fieldAt: FieldAt): Asked {
  const condition = conditionOf(source);
  const open: Asked = { open: source.trim() };
  if (condition === null) return open;
  const parts = "all" in condition ? condition.all : condition.any;
  return parts.length === 0 ? open : partOf(condition, source, fieldAt);
}

function partOf(part: Comparison | Condition, source: string, fieldAt: FieldAt): Asked {
  if ("all" in part) return { all: part.all.map((inner) => partOf(inner, source, fieldAt)) };
  if ("any" in part) return { any: part.any.map((inner) => partOf(inner, source, fieldAt)) };
  return comparison(part, fieldAt) ?? { open: JSON.stringify(part) };
}

function comparison(part: Comparison, fieldAt: FieldAt): Asked | null {
  const { path } = part;
  const field = fieldAt(path);
  switch (part.operator) {
    case "yes":
    case "no": {
      if (field?.type !== "boolean") return null;
      const wanted = part.operator === "yes";
      return { path, near: [true, false], holds: (value) => (value === null ? null : value === wanted) };
    }
    case "is empty":
      return { path, near: [null], holds: (value) => value === null };
    case "is not empty":
      return { path, near: [null], holds: (value) => value !== null };
    case "contains":
      return null;
    case "in": {
      const values = part.values.flatMap((value) => constantOf(value, field) ?? []);
      if (values.length < part.values.length) return null;
      return { path, near: values, holds: (value) => values.some((one) => one === value) };
    }
    case "between": {
      const [low, high] = part.values.map((value) => constantOf(value, field));
      if (typeof low !== "number" || typeof high !== "number") return null;
      const holds = (value: Value) => (typeof value === "number" ? value >= low && value <= high : null);
      return { path, near: [low, high], holds };
    }
    default: {
      const constant = constantOf(part.value, field);
      const { operator } = part;
      if (constant === null) return null;
      return { path, near: [constant], holds: (value) => compared(value, operator, constant) };
    }
  }
}

function compared(value: Value, operator: string, constant: Value): boolean | null {
  if (operator === "=") return value === constant;
  if (operator === "!=") return value !== constant;
  if (typeof value !== "number" || typeof constant !== "number") return null;
  if (operator === "<") return value < constant;
  if (operator === "<=") return value <= constant;
  return operator === ">" ? value > constant : value >= constant;
}

/** Longest number whose digits a binary number keeps apart from its neighbours. */
const LONGEST_NUMBER = 15;

/** The constant that a comparison names, if it is of the field's own sort; null for anything else. */
function constantOf(value: object, field: Field | null): string | number | null {
  const numeric = field?.type === "number" || field?.type === "integer" || field?.format === "money";
  if ("number" in value && typeof value.number === "string")
    return numeric && value.number.length <= LONGEST_NUMBER ? Number(value.number) : null;
  if ("text" in value && typeof value.text === "string")
    return field?.type === "string" && field.format !== "money" && !isMoment(field) ? value.text : null;
  return null;
}

function isMoment({ format }: Field): boolean {
  return format === "date" || format === "date-time" || format === "time" || format === "duration";
}
