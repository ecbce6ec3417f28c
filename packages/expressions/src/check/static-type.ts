import type { FieldType } from "../json/field-type.ts";
import { isKind } from "../value/conforms.ts";
import type { FeelType, FeelValue } from "../value/feel-value.ts";
import { type Kind, kindOf } from "../value/kind-of.ts";

/** What is known about a value before there is one. */
export interface StaticType {
  readonly kind: Kind | "any" | "duration";
  /** An amount of money: two places at least when it is written as text. */
  readonly money?: boolean;
  /** The only values a field can have. */
  readonly choices?: readonly (string | number | boolean)[];
  /** Of a list: its elements. */
  readonly element?: StaticType;
  /** Of a context whose entries are known. */
  readonly entries?: ReadonlyMap<string, StaticType>;
}

export const ANY: StaticType = { kind: "any" };
export const BOOLEAN: StaticType = { kind: "boolean" };
export const NUMBER: StaticType = { kind: "number" };

const FORMATS: Readonly<Record<string, StaticType | undefined>> = {
  money: { kind: "number", money: true },
  date: { kind: "date" },
  "date-time": { kind: "date and time" },
  time: { kind: "time" },
  duration: { kind: "duration" },
};

/** The type of a field. */
export function typeOfField(field: FieldType | undefined): StaticType {
  if (!field) return ANY;
  const choices = field.enum ?? field.oneOf?.map((choice) => choice.const);
  switch (field.type) {
    case "string": {
      const format = field.format === undefined ? undefined : FORMATS[field.format];
      return format ?? (choices ? { kind: "string", choices } : { kind: "string" });
    }
    case "number":
    case "integer":
      return choices ? { kind: "number", choices } : NUMBER;
    case "boolean":
      return BOOLEAN;
    case "array":
      return { kind: "list", element: typeOfField(field.items) };
    case "object": {
      if (!field.properties) return { kind: "context" };
      const entries = Object.entries(field.properties).map(([name, entry]): [string, StaticType] => [
        name,
        typeOfField(entry),
      ]);
      return { kind: "context", entries: new Map(entries) };
    }
    default:
      return ANY;
  }
}

/** The type that a parameter declares; one that is named elsewhere may be anything. */
export function typeOfDeclared(type: FeelType | null): StaticType {
  if (!type || !isKind(type.name)) return ANY;
  const { name: kind, element, entries } = type;
  if (kind === "list" || kind === "range")
    return element ? { kind, element: typeOfDeclared(element) } : { kind };
  if (kind !== "context" || entries.length === 0) return { kind };
  return { kind, entries: new Map(entries.map((entry) => [entry.name, typeOfDeclared(entry.type)])) };
}

export function typeOfValue(value: FeelValue): StaticType {
  return { kind: kindOf(value) };
}

/** Whether nothing speaks against treating the two as one kind. */
export function compatible(a: StaticType, b: StaticType): boolean {
  if (a.kind === "any" || b.kind === "any" || a.kind === "null" || b.kind === "null") return true;
  return (
    a.kind === b.kind || (isDuration(a) && isDuration(b) && (a.kind === "duration" || b.kind === "duration"))
  );
}

export function isDuration(type: StaticType): boolean {
  return (
    type.kind === "duration" ||
    type.kind === "days and time duration" ||
    type.kind === "years and months duration"
  );
}

/** The type of either of two values. */
export function either(a: StaticType, b: StaticType): StaticType {
  if (a.kind === "null") return b;
  if (b.kind === "null") return a;
  if (a.kind !== b.kind) return ANY;
  if (a.kind === "number") return a.money === true && b.money === true ? a : NUMBER;
  return a.kind === "list" || a.kind === "context" ? (a === b ? a : { kind: a.kind }) : { kind: a.kind };
}
