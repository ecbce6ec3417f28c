import type {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  FeelValue,
  MonthsDuration,
} from "../value/feel-value.ts";
import { calendarDate, DAY } from "./calendar.ts";

/** `date.year`, `duration.days` and so on; undefined when the value has no such part. */
export function temporalPart(
  value: FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration,
  name: string,
): FeelValue | undefined {
  switch (value.kind) {
    case "date":
      return datePart(value.day, name);
    case "time":
      return timePart(value.ms, value.offset, name);
    case "date and time": {
      const day = Math.floor(value.local / DAY);
      return datePart(day, name) ?? timePart(value.local - day * DAY, value.offset, name);
    }
    case "days and time duration":
      return daysPart(value.ms, name);
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

function timePart(ms: number, offset: number | null, name: string): FeelValue | undefined {
  switch (name) {
    case "hour":
      return Math.floor(ms / 3_600_000);
    case "minute":
      return Math.floor(ms / 60_000) % 60;
    case "second":
      return Math.floor(ms / 1000) % 60;
    case "time offset":
      return offset === null ? null : { kind: "days and time duration", ms: offset * 60_000 };
    case "timezone":
      return null;
    default:
      return undefined;
  }
}

function daysPart(ms: number, name: string): number | undefined {
  switch (name) {
    case "days":
      return Math.trunc(ms / DAY) + 0;
    case "hours":
      return (Math.trunc(ms / 3_600_000) % 24) + 0;
    case "minutes":
      return (Math.trunc(ms / 60_000) % 60) + 0;
    case "seconds":
      return (Math.trunc(ms / 1000) % 60) + 0;
    default:
      return undefined;
  }
}
