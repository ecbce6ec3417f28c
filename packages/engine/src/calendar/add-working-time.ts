import { instantAt, localDay, type WorkingCalendar } from "./working-calendar.ts";

const DURATION = /^P(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/;
/** Ten years: what lies beyond is no time that a flow waits for, and looking for it would hold everybody up. */
const DAYS_AHEAD = 3660;
const DAY = 86_400_000;

/**
 * The instant that lies so much working time after another. Hours, minutes and seconds pass while a shift lasts. A day
 * leads to the same time of the next working day; before the first shift of that day, in a pause or after the last
 * shift, to the nearest time that is worked then (in a pause the end of it). What begins outside working time begins
 * with the next shift. Null for text that is no such duration (weeks, months and years have no working time), and where
 * the time does not come within ten years.
 */
export function addWorkingTime(calendar: WorkingCalendar, from: string, duration: string): string | null {
  const time = workingDuration(duration);
  if (time === null) return null;
  let at = Date.parse(from);
  if (time.days > 0) {
    const begin = nextWorked(calendar, at);
    const moved = begin === null ? null : afterDays(calendar, begin, time.days);
    if (moved === null) return null;
    at = moved;
  }
  const due = time.milliseconds === 0 ? at : afterMilliseconds(calendar, at, time.milliseconds);
  return due === null ? null : new Date(due).toISOString();
}

/** The days and the rest of a duration of working time; null where it has other parts, too. */
export function workingDuration(
  duration: string,
): { readonly days: number; readonly milliseconds: number } | null {
  const parts = DURATION.exec(duration.trim());
  if (!parts || /[PT]$/.test(duration.trim())) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return { days, milliseconds: hours * 3_600_000 + minutes * 60_000 + Math.round(seconds * 1000) };
}

interface Worked {
  readonly at: number;
  /** The local day whose shift it lies in. */
  readonly day: number;
}

/** Now, if it is worked now, else when the next shift begins. */
function nextWorked(calendar: WorkingCalendar, at: number): Worked | null {
  for (const { day, from, to } of spans(calendar, at)) if (to > at) return { at: Math.max(from, at), day };
  return null;
}

function afterDays(calendar: WorkingCalendar, { at, day }: Worked, days: number): number | null {
  const time = at + calendar.zone.offsetAt(at) - day * DAY;
  let left = days;
  for (let next = day + 1; next <= day + DAYS_AHEAD; next++) {
    const shifts = calendar.shiftsOn(next);
    if (shifts.length === 0 || --left > 0) continue;
    const shift = shifts.find(({ to }) => to >= time) ?? shifts.at(-1);
    if (!shift) return null;
    return instantAt(calendar, next, Math.min(Math.max(time, shift.from), shift.to));
  }
  return null;
}

function afterMilliseconds(calendar: WorkingCalendar, from: number, milliseconds: number): number | null {
  let left = milliseconds;
  let at = from;
  for (const span of spans(calendar, from)) {
    const begin = Math.max(span.from, at);
    if (span.to <= begin) continue;
    if (begin + left <= span.to) return begin + left;
    left -= span.to - begin;
    at = span.to;
  }
  return null;
}

/** The shifts from the day before an instant on, as instants, so that one over midnight is among them. */
function* spans(
  calendar: WorkingCalendar,
  at: number,
): Generator<{ readonly day: number; readonly from: number; readonly to: number }> {
  const first = localDay(calendar, at) - 1;
  for (let day = first; day <= first + DAYS_AHEAD; day++) {
    for (const shift of calendar.shiftsOn(day))
      yield { day, from: instantAt(calendar, day, shift.from), to: instantAt(calendar, day, shift.to) };
  }
}
