import { calendarDate, DAY, DAY_NANOS, dayOf, SECOND_NANOS } from "./calendar.ts";
import { fixedOffset } from "./offset.ts";

/** The zone data of the engine that runs this reaches as far as its own dates do; beyond, years repeat. */
const REACH = { first: -200_000, last: 200_000 };
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/;

/** The clocks of the time zones in use, by their names in small letters; the platform knows some 600. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** A day, a time of that day and the offset in seconds that the zone has then. */
export interface ZonedMoment {
  readonly day: number;
  readonly nanos: number;
  readonly offset: number;
}

/** Whether there is a time zone of this name. */
export function isZone(name: string): boolean {
  return clockOf(name) !== null;
}

/**
 * The moment that a wall clock in the zone shows. Where the clock shows it twice, the earlier moment; where it never
 * does because it is put forward, the moment as far behind the change.
 */
export function atLocal(zone: string, day: number, nanos: number): ZonedMoment {
  const local = secondsOf(day, nanos);
  const before = offsetAt(zone, local - 86_400);
  const after = offsetAt(zone, local + 86_400);
  if (before === after || offsetAt(zone, local - before) === before) return { day, nanos, offset: before };
  if (offsetAt(zone, local - after) === after) return { day, nanos, offset: after };
  return shifted(day, nanos, after - before, after);
}

/** What a wall clock in the zone shows at a moment in UTC. */
export function atInstant(zone: string, day: number, nanos: number): ZonedMoment {
  const offset = offsetAt(zone, secondsOf(day, nanos));
  return shifted(day, nanos, offset, offset);
}

/** The offset of a time of day without a date: the zone's standard time of the year 2000. */
export function standardOffset(zone: string): number {
  return Math.min(offsetAt(zone, 947_000_000), offsetAt(zone, 962_700_000));
}

function shifted(day: number, nanos: number, seconds: number, offset: number): ZonedMoment {
  const moved = nanos + seconds * SECOND_NANOS;
  const days = Math.floor(moved / DAY_NANOS);
  return { day: day + days, nanos: moved - days * DAY_NANOS, offset };
}

/** Seconds of a day within the reach of the zone data; years beyond are those of the same place in the 400. */
function secondsOf(day: number, nanos: number): number {
  const { year, month, day: dayOfMonth } = calendarDate(day);
  const near =
    year > REACH.last ? 2400 + (year % 400) : year < REACH.first ? REACH.first + 400 + (year % 400) : year;
  const reached = near === year ? day : (dayOf(near, month, dayOfMonth) ?? 0);
  return reached * 86_400 + Math.floor(nanos / SECOND_NANOS);
}

/** The offset in seconds at a moment in seconds since 1970 in UTC. */
function offsetAt(zone: string, seconds: number): number {
  const clock = clockOf(zone);
  if (!clock) return 0;
  const shown: Record<string, string> = {};
  for (const { type, value } of clock.formatToParts(new Date(seconds * 1000))) shown[type] = value;
  const year = Number(shown.year);
  const day = dayOf(
    shown.era === "BC" || shown.era === "B" ? 1 - year : year,
    Number(shown.month),
    Number(shown.day),
  );
  const time = Number(shown.hour) * 3600 + Number(shown.minute) * 60 + Number(shown.second);
  return ((day ?? 0) * DAY) / 1000 + time - seconds;
}

function clockOf(zone: string): Intl.DateTimeFormat | null {
  const key = zone.toLowerCase();
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const made = fixedOffset(zone) === undefined && NAME.test(zone) ? newClock(zone) : null;
  if (made) clocks.set(key, made);
  return made;
}

function newClock(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch (thrown) {
    // The platform reports a zone that it does not know by throwing.
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}
