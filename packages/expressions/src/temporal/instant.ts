import { addMonths, DAY, dayInRange } from "./calendar.ts";
import { inUtc } from "./moment.ts";
import { readDateTime, readDurationParts } from "./read-temporal.ts";

/** Milliseconds of an ISO 8601 duration; null for calendar years or months, and for text that is none. */
export function durationMilliseconds(isoDuration: string): number | null {
  const parts = readDurationParts(isoDuration);
  return parts && !parts.calendar ? parts.ms : null;
}

/** The instant in UTC of a date or date-time; without a time zone it is taken as UTC. Null for other text. */
export function parseInstant(text: string): string | null {
  const ms = utcMilliseconds(text.trim());
  return ms === null ? null : instantText(ms);
}

/** Adds an ISO 8601 duration: months and years by the calendar in UTC, then the exact rest. */
export function addDuration(isoInstant: string, isoDuration: string): string | null {
  const utc = utcMilliseconds(isoInstant);
  const parts = readDurationParts(isoDuration);
  if (utc === null || !parts) return null;
  const day = Math.floor(utc / DAY);
  const moved = addMonths(day, parts.months);
  return moved === null ? null : instantText(moved * DAY + (utc - day * DAY) + parts.ms);
}

function utcMilliseconds(text: string): number | null {
  const value = readDateTime(text);
  if (!value) return null;
  const { day, nanos } = inUtc(value);
  return day * DAY + Math.floor(nanos / 1_000_000);
}

function instantText(ms: number): string | null {
  return dayInRange(Math.floor(ms / DAY)) ? new Date(ms).toISOString() : null;
}
