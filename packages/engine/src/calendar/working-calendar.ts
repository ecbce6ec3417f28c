import type { WorkingCalendar as DrawnCalendar } from "@flowright/definition";
import { instantOf, type Zone, zoneOf } from "../time/zone.ts";
import { chinaYear } from "./china-holidays.ts";

/** Working time of a day, in milliseconds after its midnight by the clock; `to` may lie on the next day. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

/** A working calendar that can be counted by. Days are counted from 1970-01-01, local. */
export interface WorkingCalendar {
  readonly zone: Zone;
  /** In order of time; none on a day without work. */
  shiftsOn(day: number): readonly Shift[];
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAY = 24 * HOUR;
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const NONE: readonly Shift[] = [];

/** Null where its time zone is not known. */
export function workingCalendar(drawn: DrawnCalendar): WorkingCalendar | null {
  const zone = zoneOf(drawn.timeZone);
  if (zone === null) return null;
  const week = WEEKDAYS.map((name) =>
    inOrder(drawn.week.filter(({ days }) => days.includes(name)).map(shiftOf)),
  );
  // A weekend that is worked in place of another day is worked like the first working day of the week.
  const madeUp = [1, 2, 3, 4, 5, 6, 0].map((index) => week[index] ?? NONE).find((one) => one.length > 0);
  const own = ownDays(drawn);
  return {
    zone,
    shiftsOn(day) {
      const special = own.get(day);
      if (special) return special;
      if (drawn.holidays === "china") {
        const { off, on } = chinaYear(new Date(day * DAY).getUTCFullYear());
        if (off.has(day)) return NONE;
        if (on.has(day)) return madeUp ?? NONE;
      }
      return week[new Date(day * DAY).getUTCDay()] ?? NONE;
    },
  };
}

/** The longest row of days of their own: longer ones end there, so that a slip in a year costs nothing. */
const MOST_DAYS = 4000;

/** Of several entries for a day the last one holds. */
function ownDays({ days = [] }: DrawnCalendar): Map<number, readonly Shift[]> {
  const own = new Map<number, readonly Shift[]>();
  for (const { from, to = from, shifts } of days) {
    const first = Date.parse(from) / DAY;
    const last = Math.min(Date.parse(to) / DAY, first + MOST_DAYS);
    const worked = inOrder(shifts.map(shiftOf));
    for (let day = first; day <= last; day++) own.set(day, worked);
  }
  return own;
}

function shiftOf({ from, to }: { readonly from: string; readonly to: string }): Shift {
  const begin = timeOf(from);
  const end = timeOf(to);
  return { from: begin, to: end > begin ? end : end + DAY };
}

function timeOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * HOUR + minutes * MINUTE;
}

/** Shifts that meet or overlap are one. */
function inOrder(shifts: readonly Shift[]): readonly Shift[] {
  const merged: Shift[] = [];
  for (const shift of shifts.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last && shift.from <= last.to)
      merged[merged.length - 1] = { ...last, to: Math.max(last.to, shift.to) };
    else merged.push(shift);
  }
  return merged;
}

/** Whether any work is done on the local day of an instant. */
export function isWorkingDay(calendar: WorkingCalendar, instant: number): boolean {
  return calendar.shiftsOn(localDay(calendar, instant)).length > 0;
}

/** The end of the local day of an instant. */
export function endOfDay(calendar: WorkingCalendar, instant: number): number {
  return instantOf(calendar.zone, (localDay(calendar, instant) + 1) * DAY);
}

export function localDay({ zone }: WorkingCalendar, instant: number): number {
  return Math.floor((instant + zone.offsetAt(instant)) / DAY);
}

/** The instant at which the clocks of the calendar show a time of a day. */
export function instantAt({ zone }: WorkingCalendar, day: number, time: number): number {
  return instantOf(zone, day * DAY + time);
}
