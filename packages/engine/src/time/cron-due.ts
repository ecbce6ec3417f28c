import { endOfDay, isWorkingDay } from "../calendar/working-calendar.ts";
import type { CronPart } from "../program/program.ts";
import { cronAfter } from "./cron.ts";

/** So many days in a row without work end the search. */
const MOST_DAYS_OFF = 400;

/** When a cron rule is next due after an instant; with a working calendar on its working days alone. */
export function cronDue({ text, timeZone, calendar }: CronPart, after: string): string | null {
  let due = cronAfter(text, timeZone, after);
  for (let off = 0; due !== null && calendar !== null && off < MOST_DAYS_OFF; off++) {
    const at = Date.parse(due);
    if (isWorkingDay(calendar, at)) return due;
    // The end itself belongs to the next day.
    due = cronAfter(text, timeZone, new Date(endOfDay(calendar, at) - 1).toISOString());
  }
  return calendar === null ? due : null;
}
