import type { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from "../value/feel-value.ts";
import { DAY, dayOf } from "./calendar.ts";

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2}(?::\d{2})?)?$/;

/** `2026-11-24`; null for anything else or a date that the calendar lacks. */
export function readDate(text: string): FeelDate | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === null ? null : { kind: "date", day };
}

/** `10:30:00`, with fraction and time zone where given. */
export function readTime(text: string): FeelTime | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds = "0", fraction = "", zone] = match;
  const h = Number(hours);
  const m = Number(minutes);
  const s = Number(seconds);
  if (h > 23 || m > 59 || s > 59) return null;
  const offset = zone === undefined ? null : readOffset(zone);
  if (offset === undefined) return null;
  const ms = ((h * 60 + m) * 60 + s) * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3));
  return { kind: "time", ms, offset };
}

/** `2026-11-24T10:30:00Z`; a date alone is midnight without a zone. */
export function readDateTime(text: string): FeelDateTime | null {
  const split = text.indexOf("T");
  const date = readDate(split < 0 ? text : text.slice(0, split));
  if (!date) return null;
  if (split < 0) return { kind: "date and time", local: date.day * DAY, offset: null };
  const time = readTime(text.slice(split + 1));
  return time ? { kind: "date and time", local: date.day * DAY + time.ms, offset: time.offset } : null;
}

const DURATION =
  /^(-)?P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:(T)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,12})(?:\.(\d{1,9}))?S)?)?$/;

/** The parts of any ISO 8601 duration: calendar months and exact milliseconds, both signed. */
export function readDurationParts(text: string): { months: number; ms: number; calendar: boolean } | null {
  const match = DURATION.exec(text);
  if (!match) return null;
  const [, minus, years, months, weeks, days, time, hours, minutes, seconds, fraction] = match;
  if (time !== undefined && hours === undefined && minutes === undefined && seconds === undefined)
    return null;
  if ([years, months, weeks, days, hours, minutes, seconds].every((part) => part === undefined)) return null;
  const sign = minus ? -1 : 1;
  const wholeMonths = Number(years ?? 0) * 12 + Number(months ?? 0);
  const ms =
    (Number(weeks ?? 0) * 7 + Number(days ?? 0)) * DAY +
    Number(hours ?? 0) * 3_600_000 +
    Number(minutes ?? 0) * 60_000 +
    Number(seconds ?? 0) * 1000 +
    Number((fraction ?? "").padEnd(3, "0").slice(0, 3));
  if (!Number.isSafeInteger(ms)) return null;
  return {
    months: wholeMonths === 0 ? 0 : sign * wholeMonths,
    ms: ms === 0 ? 0 : sign * ms,
    calendar: years !== undefined || months !== undefined,
  };
}

/** A FEEL duration is either of years and months or of days and time; a mix is null. */
export function readDuration(text: string): DaysDuration | MonthsDuration | null {
  const parts = readDurationParts(text);
  if (!parts) return null;
  if (!parts.calendar) return { kind: "days and time duration", ms: parts.ms };
  return parts.ms === 0 ? { kind: "years and months duration", months: parts.months } : null;
}

function readOffset(zone: string): number | undefined {
  if (zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 18 || minutes > 59) return undefined;
  const offset = hours * 60 + minutes;
  return zone.startsWith("-") ? 0 - offset : offset;
}
