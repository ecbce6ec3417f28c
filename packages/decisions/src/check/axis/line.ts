import { compareFeel, type FeelNumber, type FeelValue, toJson } from "@flowright/expressions";
import { COLUMN_TYPES, isNumeric } from "../../table/column-type.ts";
import type { ColumnType } from "../../table/decision-table.ts";
import { kindOf, listedValue } from "../../table/value-of-type.ts";
import type { Cut } from "./axis.ts";
import { momentsBetween } from "./moments-between.ts";

/** -1, 0 or 1. Only for cuts at values that have an order. */
export function compareCuts(a: Cut, b: Cut): number {
  return (compareFeel(a.value, b.value) ?? 0) || Number(a.after) - Number(b.after);
}

/**
 * The same cut on a line of whole steps, where it lies before a value, so that `<= 1` and `>= 2` meet. A number too
 * large to have a next one stays as it is.
 */
export function wholeCut(cut: Cut): Cut {
  const { value, after } = cut;
  if (kindOf(value) === "date") {
    const { day } = value as { day: number };
    return after ? { value: { kind: "date", day: day + 1 }, after: false } : cut;
  }
  if (typeof value !== "number" || Math.abs(value) > Number.MAX_SAFE_INTEGER - 1) return cut;
  return { value: after ? Math.floor(value) + 1 : Math.ceil(value), after: false };
}

/** The value one step below, on a line of whole steps; for the words of an end that is included. */
export function stepBelow(value: FeelValue): FeelValue {
  if (typeof value === "number") return value - 1;
  return kindOf(value) === "date" ? { kind: "date", day: (value as { day: number }).day - 1 } : value;
}

/** A plain value between two cuts (null: open) that can be stored in the column; undefined when there is none. */
export function valueBetween(
  low: Cut | null,
  high: Cut | null,
  type: ColumnType,
  like: FeelValue | undefined,
): FeelValue | undefined {
  const fits = (value: FeelValue | undefined): boolean =>
    value !== undefined && isBetween(value, low, high) && isStorable(value, type);
  if (isNumeric(type)) {
    const number = numberBetween(low, high, type === "integer");
    return fits(number) ? number : undefined;
  }
  for (const moment of momentsBetween(low, high, type, like)) if (fits(moment)) return moment;
  return undefined;
}

/** Whether the value comes back as it was stored. */
function isStorable(value: FeelValue, type: ColumnType): boolean {
  const stored = toJson(value, COLUMN_TYPES[type].stored);
  if (!stored.ok) return false;
  const read = listedValue(stored.value, type);
  return read !== undefined && compareFeel(read, value) === 0;
}

function isBetween(value: FeelValue, low: Cut | null, high: Cut | null): boolean {
  const at = { value, after: false };
  return (low === null || compareCuts(low, at) <= 0) && (high === null || compareCuts(at, high) < 0);
}

function numberBetween(low: Cut | null, high: Cut | null, whole: boolean): FeelValue | undefined {
  const bottom = low?.value as FeelNumber | undefined;
  const top = high?.value as FeelNumber | undefined;
  if (bottom === undefined && top === undefined) return 0;
  if (bottom !== undefined && !low?.after && isWholeEnough(bottom, whole)) return bottom;
  if (top === undefined) return above(bottom ?? 0, whole);
  if (bottom === undefined) return below(top, high?.after === true, whole);
  if (high?.after && isWholeEnough(top, whole)) return top;
  const next = typeof bottom === "number" ? Math.floor(bottom) + 1 : undefined;
  if (next !== undefined && (compareFeel(next, top) ?? 0) < 0) return next;
  return whole ? undefined : middle(bottom, top);
}

function isWholeEnough(value: FeelNumber, whole: boolean): boolean {
  return !whole || (typeof value === "number" && Number.isInteger(value));
}

function above(bottom: FeelNumber, whole: boolean): FeelValue {
  if (typeof bottom !== "number") return bottom.abs().plus(1).times(2);
  const next = whole ? Math.floor(bottom) + 1 : bottom + 1;
  return next > bottom ? next : Math.abs(bottom) * 2;
}

function below(top: FeelNumber, included: boolean, whole: boolean): FeelValue {
  if ((compareFeel(0, top) ?? 0) < 0) return 0;
  if (included && isWholeEnough(top, whole)) return top;
  if (typeof top !== "number") return top.abs().plus(1).times(-2);
  const next = whole ? Math.ceil(top) - 1 : top - 1;
  return next < top ? next : -Math.abs(top) * 2;
}

function middle(a: FeelNumber, b: FeelNumber): FeelValue {
  if (typeof a !== "number") return a.plus(b).div(2);
  return typeof b === "number" ? (a + b) / 2 : b.plus(a).div(2);
}
