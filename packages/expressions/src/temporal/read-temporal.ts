import type { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from "../value/feel-value.ts";
import { DAY, dayOf, SECOND_NANOS } from "./calendar.ts";
import { dateTime, exactDuration, negatedDuration, timeOfDay } from "./moment.ts";
import { fixedOffset } from "./offset.ts";
import { isZone } from "./zone.ts";

const DATE = /^(-?(?:\d{4}|[1-9]\d{4,8}))-(\d{2})-(\d{2})$/;
const TIME =
  /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9})\d*)?)?(?:(Z|z|[+-]\d{2}:\d{2}(?::\d{2})?)|@([A-Za-z0-9_+/-]{1,60}))?$/;

/** `2026-11-24`; null for anything else or a date that the calendar lacks. */
export function readDate(text: string): FeelDate | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === null ? null : { kind: "date", day };
}

/** `10:30:00`, with fraction and time zone (`+08:00`, `Z`, `@Asia/Shanghai`) where given. */
export function readTime(text: string): FeelTime | null {
  const clock = readClock(text);
  return clock && clock.hour < 24 ? timeOfDay(clock.nanos, clock.offset, clock.zone) : null;
}

/** `2026-11-24T10:30:00Z`; a date alone is midnight without a zone, and 24:00:00 that of the next day. */
export function readDateTime(text: string): FeelDateTime | null {
  const split = text.indexOf("T");
  const date = readDate(split < 0 ? text : text.slice(0, split));
  if (!date) return null;
  if (split < 0) return dateTime(date.day, 0, null, null);
  const clock = readClock(text.slice(split + 1));
  if (!clock) return null;
  if (clock.hour === 24) return dateTime(date.day + 1, 0, clock.offset, clock.zone);
  return dateTime(date.day, clock.nanos, clock.offset, clock.zone);
}

interface Clock {
  readonly hour: number;
  readonly nanos: number;
  readonly offset: number | null;
  readonly zone: string | null;
}

function readClock(text: string): Clock | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds = "0", fraction = "", fixed, zone = null] = match;
  const hour = Number(hours);
  const minute = Number(minutes);
  const second = Number(seconds);
  const offset = fixed === undefined ? null : fixedOffset(fixed);
  if (hour > 24 || minute > 59 || second > 59 || offset === undefined) return null;
  const nanos = ((hour * 60 + minute) * 60 + second) * SECOND_NANOS + Number(fraction.padEnd(9, "0"));
  if (hour === 24 && minute + second + Number(fraction) > 0) return null;
  return zone !== null && !isZone(zone) ? null : { hour, nanos, offset, zone };
}

const DURATION =
  /^(-)?P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:(T)(?:(\d{1,12})H)?(?:(\d{1,12})M)?(?:(\d{1,12})(?:\.(\d{0,9})\d*)?S)?)?$/;

/** The parts of any ISO 8601 duration: calendar months, and exact milliseconds with nanoseconds; all signed. */
export function readDurationParts(
  text: string,
): { months: number; ms: number; exact: DaysDuration; calendar: boolean } | null {
  const match = DURATION.exec(text);
  if (!match) return null;
  const [, minus, years, months, weeks, days, time, hours, minutes, seconds, fraction = ""] = match;
  if (time !== undefined && hours === undefined && minutes === undefined && seconds === undefined)
    return null;
  if ([years, months, weeks, days, hours, minutes, seconds].every((part) => part === undefined)) return null;
  const wholeMonths = Number(years ?? 0) * 12 + Number(months ?? 0);
  const ms =
    (Number(weeks ?? 0) * 7 + Number(days ?? 0)) * DAY +
    Number(hours ?? 0) * 3_600_000 +
    Number(minutes ?? 0) * 60_000 +
    Number(seconds ?? 0) * 1000;
  const size = exactDuration(ms, Number(fraction.padEnd(9, "0")));
  if (!size) return null;
  const exact = minus ? negatedDuration(size) : size;
  return {
    months: wholeMonths === 0 ? 0 : minus ? -wholeMonths : wholeMonths,
    ms: exact.ms,
    exact,
    calendar: years !== undefined || months !== undefined,
  };
}

/** A FEEL duration is either of years and months or of days and time; a mix is null. */
export function readDuration(text: string): DaysDuration | MonthsDuration | null {
  const parts = readDurationParts(text);
  if (!parts) return null;
  if (!parts.calendar) return parts.exact;
  const { ms, nanos } = parts.exact;
  return ms === 0 && nanos === 0 ? { kind: "years and months duration", months: parts.months } : null;
}
