import { compileExpression, type FeelValue, toJson } from "@flowright/expressions";
import { COLUMN_TYPES } from "../../table/column-type.ts";
import type { ColumnType } from "../../table/decision-table.ts";
import { listedValue } from "../../table/value-of-type.ts";
import type { Cut } from "./axis.ts";

const ANY_TIME = "1970-01-01T00:00:00Z";
/** From a day to the finest step that there is; months are for durations that have no days. */
const STEPS = ["P1D", "PT1H", "PT1M", "PT1S", "PT0.001S", "PT0.000000001S", "P1M"];
/** What stands for a column whose cells name no value. */
const ORIGIN: Partial<Record<ColumnType, string>> = {
  date: "2026-01-01",
  "date-time": "2026-01-01T00:00:00Z",
  time: "12:00:00",
  duration: "P1D",
};

const MOVES = new Map(
  (["date", "date-time", "time", "duration"] as const).map((type) => {
    const types = { value: COLUMN_TYPES[type].stored, step: COLUMN_TYPES.duration.stored };
    return [
      type as ColumnType,
      { up: compileExpression("value + step", types), down: compileExpression("value - step", types) },
    ];
  }),
);

/**
 * Values that may lie between two cuts, the plainest first: an end that is included, else a step from an end. They
 * are made by FEEL's own arithmetic; whether they lie between is for the caller to see, for a time of day comes
 * round again at midnight.
 */
export function* momentsBetween(
  low: Cut | null,
  high: Cut | null,
  type: ColumnType,
  like: FeelValue | undefined,
): Generator<FeelValue | undefined> {
  if (low && !low.after) yield low.value;
  if (high?.after) yield high.value;
  if (low) for (const step of STEPS) yield moved(low.value, "up", step, type);
  if (!low && type === "duration") for (const zero of ["PT0S", "P0M"]) yield listedValue(zero, type);
  if (high) for (const step of STEPS) yield moved(high.value, "down", step, type);
  yield like;
  yield listedValue(ORIGIN[type] ?? "", type);
}

function moved(value: FeelValue, way: "up" | "down", step: string, type: ColumnType): FeelValue | undefined {
  const stored = toJson(value, COLUMN_TYPES[type].stored);
  const move = MOVES.get(type)?.[way];
  if (!stored.ok || !move?.ok) return undefined;
  const result = move.expression.evaluate({ value: stored.value, step }, { now: ANY_TIME });
  return result.ok ? result.value : undefined;
}
