import type { DaysDuration, FeelDateTime, FeelTime } from "../value/feel-value.ts";
import { DAY, DAY_NANOS, SECOND_NANOS } from "./calendar.ts";
import { atInstant, atLocal, standardOffset } from "./zone.ts";

/** A day and the nanoseconds of it, in UTC where a zone is known. */
export interface Moment {
  readonly day: number;
  readonly nanos: number;
}

/** The moment in UTC; without a zone the wall clock itself. */
export function inUtc({ day, nanos, offset }: Pick<FeelDateTime, "day" | "nanos" | "offset">): Moment {
  return offset === null || offset === 0 ? { day, nanos } : normal(day, nanos - offset * SECOND_NANOS);
}

/** A date and time; a named zone tells the offset at that moment. */
export function dateTime(
  day: number,
  nanos: number,
  offset: number | null,
  zone: string | null,
): FeelDateTime {
  if (zone === null) return { kind: "date and time", day, nanos, offset, zone };
  return { kind: "date and time", ...atLocal(zone, day, nanos), zone };
}

/** A time of day; a named zone has its standard time. */
export function timeOfDay(nanos: number, offset: number | null, zone: string | null): FeelTime {
  return { kind: "time", nanos, offset: zone === null ? offset : standardOffset(zone), zone };
}

/** A date and time later (or earlier) by an exact duration; a named zone may have another offset then. */
export function later(value: FeelDateTime, { ms, nanos }: DaysDuration, sign: 1 | -1): FeelDateTime {
  const { offset, zone } = value;
  const start = zone === null ? value : inUtc(value);
  const days = Math.trunc(ms / DAY);
  const moved = normal(start.day + sign * days, start.nanos + sign * ((ms - days * DAY) * 1_000_000 + nanos));
  if (zone === null) return { kind: "date and time", ...moved, offset, zone };
  return { kind: "date and time", ...atInstant(zone, moved.day, moved.nanos), zone };
}

/** The exact duration from `b` to `a`; null when it does not fit into a safe number of milliseconds. */
export function between(a: Moment, b: Moment): DaysDuration | null {
  return exactDuration((a.day - b.day) * DAY, a.nanos - b.nanos);
}

/** A duration of so many milliseconds and, on top, nanoseconds of any sign; null when it is too long. */
export function exactDuration(ms: number, nanos: number): DaysDuration | null {
  const carried = Math.floor(nanos / 1_000_000);
  const whole = ms + carried + 0;
  if (!Number.isSafeInteger(whole)) return null;
  return { kind: "days and time duration", ms: whole, nanos: nanos - carried * 1_000_000 };
}

/** The opposite duration. */
export function negatedDuration({ ms, nanos }: DaysDuration): DaysDuration {
  return {
    kind: "days and time duration",
    ms: nanos === 0 ? 0 - ms : -ms - 1,
    nanos: nanos === 0 ? 0 : 1_000_000 - nanos,
  };
}

/** The day and the nanoseconds of it, whatever the nanoseconds were. */
export function normal(day: number, nanos: number): Moment {
  if (nanos >= 0 && nanos < DAY_NANOS) return { day, nanos };
  const days = Math.floor(nanos / DAY_NANOS);
  return { day: day + days, nanos: nanos - days * DAY_NANOS };
}
