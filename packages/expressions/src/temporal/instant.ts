import { addMonths, DAY, dayInRange } from "./calendar.ts";
import { readDateTime, readDurationParts } from "./read-temporal.ts";

/** Milliseconds of an ISO 8601 duration; null for calendar years or months, and for text that is none. */
export function durationMilliseconds(isoDuration: string): number | null {
  const parts = readDurationParts(isoDuration);
  return parts && !parts.calendar ? parts.ms : null;
}

/** The instant in UTC of a date or date-time; without a time zone it is taken as UTC. Null for other text. */
export function parseInstant(text: string): string | null {
  const value = readDateTime(text.trim());
  return value ? instantText(value.local - (value.offset ?? 0) * 60_000) : null;
}

/** Adds an ISO 8601 duration: months and years by the calendar in UTC, then the exact rest. */
export function addDuration(isoInstant: string, isoDuration: string): string | null {
  const start = readDateTime(isoInstant);
  const parts = readDurationParts(isoDuration);
  if (!start || !parts) return null;
  const utc = start.local - (start.offset ?? 0) * 60_000;
  const day = Math.floor(utc / DAY);
  const moved = addMonths(day, parts.months);
  return moved === null ? null : instantText(moved * DAY + (utc - day * DAY) + parts.ms);
}

function instantText(ms: number): string | null {
  return dayInRange(Math.floor(ms / DAY)) ? new Date(ms).toISOString() : null;
}
