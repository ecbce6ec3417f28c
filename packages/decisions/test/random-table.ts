import type { FieldTypes, Json } from "@flowright/expressions";
import fc from "fast-check";
import type { ColumnType, DecisionTable, HitPolicy } from "../src/index.ts";

/** A condition as data, so that a test can judge it without FEEL. */
export type Cell =
  | { readonly kind: "any" }
  | { readonly kind: "values"; readonly values: readonly Json[]; readonly negated: boolean }
  | {
      readonly kind: "interval";
      readonly low: number | null;
      readonly lowClosed: boolean;
      readonly high: number | null;
      readonly highClosed: boolean;
      readonly negated: boolean;
    };

export interface RandomTable {
  readonly types: readonly ColumnType[];
  readonly rules: readonly { readonly cells: readonly Cell[]; readonly result: number }[];
}

/** Values of which every cell of a random table has some on each side, and the missing one. */
export const GRID: Partial<Record<ColumnType, readonly Json[]>> = {
  number: [-1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4, null],
  integer: [-1, 0, 1, 2, 3, 4, null],
  string: ["a", "b", "c", "else", null],
  boolean: [true, false, null],
  date: ["2025-12-31", "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05", null],
};

const DAYS = ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"];
const bound = fc.integer({ min: 0, max: 3 });

function cellOf(type: ColumnType): fc.Arbitrary<Cell> {
  const any = fc.constant<Cell>({ kind: "any" });
  const pool: fc.Arbitrary<Json> =
    type === "string"
      ? fc.constantFrom<Json>("a", "b", "c", null)
      : type === "boolean"
        ? fc.constantFrom<Json>(true, false, null)
        : type === "date"
          ? fc.constantFrom<Json>(...DAYS)
          : bound;
  const values = fc.record({
    kind: fc.constant("values" as const),
    values: fc.array(pool, { minLength: 1, maxLength: 2 }),
    negated: fc.boolean(),
  });
  if (type === "string" || type === "boolean") return fc.oneof(any, values, values);
  const interval = fc.record({
    kind: fc.constant("interval" as const),
    low: fc.option(bound),
    lowClosed: fc.boolean(),
    high: bound,
    highClosed: fc.boolean(),
    negated: fc.boolean(),
  });
  return fc.oneof(any, values, interval, interval);
}

/** Tables of one to three columns and up to six rules. */
export const randomTable: fc.Arbitrary<RandomTable> = fc
  .array(fc.constantFrom<ColumnType>("number", "integer", "string", "boolean", "date"), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((types) =>
    fc.record({
      types: fc.constant(types),
      rules: fc.array(
        fc.record({ cells: fc.tuple(...types.map(cellOf)), result: fc.integer({ min: 1, max: 3 }) }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  );

/** The same table as it is written. */
export function writtenTable({ types, rules }: RandomTable, hitPolicy: HitPolicy): DecisionTable {
  return {
    hitPolicy,
    inputs: types.map((type, index) => ({ id: `i${index}`, expression: `i${index}`, type })),
    outputs: [{ name: "result", type: "number", values: [3, 1, 2] }],
    rules: rules.map(({ cells, result }, row) => ({
      id: `r${row}`,
      when: cells.map((cell, index) => cellText(cell, types[index])),
      then: [String(result)],
    })),
  };
}

export function fieldTypes({ types }: RandomTable): FieldTypes {
  return Object.fromEntries(
    types.map((type, index) => [
      `i${index}`,
      type === "date" ? { type: "string", format: "date" } : { type },
    ]),
  );
}

function cellText(cell: Cell, type: ColumnType | undefined): string {
  if (cell.kind === "any") return "-";
  const literal = (value: Json): string =>
    type === "date" && typeof value === "string" ? `@"${value}"` : JSON.stringify(value);
  const text = cell.kind === "values" ? cell.values.map(literal).join(", ") : intervalText(cell, type);
  return cell.negated ? `not(${text})` : text;
}

function intervalText(cell: Extract<Cell, { kind: "interval" }>, type: ColumnType | undefined): string {
  const literal = (place: number): string => (type === "date" ? `@"${DAYS[place]}"` : String(place));
  const high = literal(cell.high ?? 0);
  if (cell.low === null) return `${cell.highClosed ? "<=" : "<"} ${high}`;
  return `${cell.lowClosed ? "[" : "("}${literal(cell.low)}..${high}${cell.highClosed ? "]" : ")"}`;
}

/** Whether a cell takes a value; `error` where a missing value is compared. */
export function takes(cell: Cell, value: Json): boolean | "error" {
  if (cell.kind === "any") return true;
  if (cell.kind === "values") return cell.values.includes(value) !== cell.negated;
  if (value === null) return "error";
  const place =
    typeof value === "string"
      ? Math.round((Date.parse(value) - Date.parse("2026-01-01")) / 86_400_000)
      : Number(value);
  const { low, high } = cell;
  const above = low === null || place > low || (cell.lowClosed && place === low);
  const below = high === null || place < high || (cell.highClosed && place === high);
  return (above && below) !== cell.negated;
}

/** Whether a rule matches a point; a missing value counts only where no other cell fails. */
export function matches(cells: readonly Cell[], point: readonly Json[]): boolean | "error" {
  const answers = cells.map((cell, index) => takes(cell, point[index] ?? null));
  if (answers.includes(false)) return false;
  return answers.includes("error") ? "error" : true;
}

/** All combinations of the grid. */
export function pointsOf({ types }: RandomTable): Json[][] {
  return types.reduce<Json[][]>(
    (points, type) => points.flatMap((point) => (GRID[type] ?? []).map((value) => [...point, value])),
    [[]],
  );
}

export function variablesOf(point: readonly Json[]): Record<string, Json> {
  return Object.fromEntries(point.map((value, index) => [`i${index}`, value]));
}
