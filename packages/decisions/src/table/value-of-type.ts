import {
  compareFeel,
  compileExpression,
  compileUnaryTests,
  type FeelNumber,
  type FeelValue,
  type Json,
} from "@flowright/expressions";
import { COLUMN_TYPE_NAMES, COLUMN_TYPES } from "./column-type.ts";
import type { ColumnType } from "./decision-table.ts";

/** Reading stored values asks for no time. */
const ANY_TIME = "1970-01-01T00:00:00Z";

/** Whether a value belongs to a type; a missing value belongs to each. */
export function isOfType(value: FeelValue, type: ColumnType): boolean {
  if (value === null) return true;
  if (!COLUMN_TYPES[type].kinds.includes(kindOf(value))) return false;
  return type !== "integer" || isWhole(value as FeelNumber);
}

const READ = new Map(
  COLUMN_TYPE_NAMES.map((type) => [type, compileExpression("value", { value: COLUMN_TYPES[type].stored })]),
);

/** The value that is stored as this; undefined when it is not of the type. */
export function listedValue(json: Json, type: ColumnType): FeelValue | undefined {
  const read = READ.get(type);
  const result = read?.ok ? read.expression.evaluate({ value: json }, { now: ANY_TIME }) : undefined;
  if (!result?.ok || result.value === null) return undefined;
  return isOfType(result.value, type) ? result.value : undefined;
}

/** What a cell gives in every case; undefined when it has to be computed. */
export function constantOf(source: string, type: ColumnType): FeelValue | undefined {
  const compiled = compileUnaryTests(source, {}, COLUMN_TYPES[type].carried);
  if (!compiled.ok || compiled.tests.parsed.type !== "tests") return undefined;
  const [test, ...others] = compiled.tests.parsed.tests;
  return test?.type === "value" && others.length === 0 ? test.value : undefined;
}

/** Whether two values of one type are the same. */
export function sameValue(a: FeelValue, b: FeelValue): boolean {
  return a === b || compareFeel(a, b) === 0;
}

export function kindOf(value: FeelValue): string {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  if (Array.isArray(value)) return "list";
  return "kind" in value ? value.kind : "number";
}

function isWhole(value: FeelNumber): boolean {
  return typeof value === "number" ? Number.isInteger(value) : value.isInteger();
}
