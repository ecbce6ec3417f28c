import type {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  FeelValue,
  MonthsDuration,
} from "../value/feel-value.ts";
import { calendarDate, DAY, SECOND_NANOS } from "./calendar.ts";
import { negatedDuration } from "./moment.ts";

/** `date.year`, `duration.days` and so on; undefined when the value has no such part. */
export function temporalPart(
  value: FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration,
  name: string,
): FeelValue | undefined {
  switch (value.kind) {
    case "date":
      return datePart(value.day, name);
    case "time":
      return timePart(value, name);
    case "date and time":
      return datePart(value.day, name) ?? timePart(value, name);
    case "days and time duration":
      return value.ms < 0 ? negated(daysPart(negatedDuration(value), name)) : daysPart(value, name);
    case "years and months duration":
      if (name === "years") return Math.trunc(value.months / 12) + 0;
      return name === "months" ? (value.months % 12) + 0 : undefined;
  }
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function datePart(day: number, name: string): number | undefined {
  const date = calendarDate(day);
  switch (name) {
    case "year":
      return date.year;
    case "month":
      return date.month;
    case "day":
      return date.day;
    case "weekday":
      return weekdayOf(day);
    default:
      return undefined;
  }
}

function timePart({ nanos, offset, zone }: FeelTime | FeelDateTime, name: string): FeelValue | undefined {
  const seconds = Math.floor(nanos / SECOND_NANOS);
  switch (name) {
    case "hour":
      return Math.floor(seconds / 3600);
    case "minute":
      return Math.floor(seconds / 60) % 60;
    case "second":
      return seconds % 60;
    case "time offset":
      return offset === null ? null : { kind: "days and time duration", ms: offset * 1000, nanos: 0 };
    case "timezone":
      return zone;
    default:
      return undefined;
  }
}

function daysPart({ ms }: DaysDuration, name: string): number | undefined {
  switch (name) {
    case "days":
      return Math.floor(ms / DAY);
    case "hours":
      return Math.floor(ms / 3_600_000) % 24;
    case "minutes":
      return Math.floor(ms / 60_000) % 60;
    case "seconds":
      return Math.floor(ms / 1000) % 60;
    default:
      return undefined;
  }
}

function negated(part: number | undefined): number | undefined {
  return part === undefined ? undefined : 0 - part;
}
