import type { Expected, FieldType } from "@flowright/expressions";
import type { ColumnType } from "./decision-table.ts";

interface TypeFacts {
  /** How a value of the type is stored. */
  readonly stored: FieldType;
  /** How a value goes from an expression to the tests of a cell: numbers as decimal text, which keeps each digit. */
  readonly carried: FieldType;
  readonly expected: Expected;
  /** The kinds of FEEL values that belong to it. */
  readonly kinds: readonly string[];
}

const DECIMAL: FieldType = { type: "string", format: "money" };

function temporal(format: string, expected: Expected, ...kinds: readonly string[]): TypeFacts {
  const stored = { type: "string", format };
  return { stored, carried: stored, expected, kinds };
}

export const COLUMN_TYPES: Readonly<Record<ColumnType, TypeFacts>> = {
  string: { stored: { type: "string" }, carried: { type: "string" }, expected: "string", kinds: ["string"] },
  number: { stored: { type: "number" }, carried: DECIMAL, expected: "number", kinds: ["number"] },
  integer: { stored: { type: "integer" }, carried: DECIMAL, expected: "number", kinds: ["number"] },
  money: { stored: DECIMAL, carried: DECIMAL, expected: "number", kinds: ["number"] },
  boolean: {
    stored: { type: "boolean" },
    carried: { type: "boolean" },
    expected: "boolean",
    kinds: ["boolean"],
  },
  date: temporal("date", "date", "date"),
  "date-time": temporal("date-time", "date", "date and time"),
  time: temporal("time", "any", "time"),
  duration: temporal("duration", "any", "days and time duration", "years and months duration"),
};

export const COLUMN_TYPE_NAMES = Object.keys(COLUMN_TYPES) as ColumnType[];

export function isNumeric(type: ColumnType): boolean {
  return COLUMN_TYPES[type].kinds[0] === "number";
}
