import { addDuration, durationMilliseconds, parseInstant } from "@flowright/expressions";

/** `R3/PT10M` or `R/2026-01-01T00:00:00Z/P1D` of ISO 8601. */
export interface Repetition {
  /** At least 1; null: for ever. */
  readonly times: number | null;
  readonly start: string | null;
  readonly period: string;
}

const REPETITION = /^R(\d{0,9})\/(?:([^/]+)\/)?(P[^/]+)$/;

/** Null for text that is no repetition, or one whose times do not lie apart. */
export function parseRepetition(text: string): Repetition | null {
  const [, count = "", from, period = ""] = REPETITION.exec(text.trim()) ?? [];
  const start = from === undefined ? null : parseInstant(from);
  if (!advances(period) || (from !== undefined && start === null)) return null;
  const times = count === "" ? null : Number(count);
  return times === 0 ? null : { times, start, period };
}

function advances(period: string): boolean {
  const somewhere = "2026-01-01T00:00:00.000Z";
  const after = addDuration(somewhere, period);
  return after !== null && Date.parse(after) > Date.parse(somewhere);
}

/**
 * The instant `nth` periods after the first, months counted from the first, so that a month that is short shortens
 * none of those after it. Null beyond the calendar.
 */
export function afterPeriods(first: string, period: string, nth: number): string | null {
  const exact = durationMilliseconds(period);
  if (exact !== null) return addDuration(first, secondsText(exact * nth));
  const [date = "", time = ""] = period.split("T");
  const months = date.replace(/\d+/g, (digits) => String(Number(digits) * nth));
  const rest = time === "" ? 0 : (durationMilliseconds(`PT${time}`) ?? 0);
  const moved = addDuration(first, months);
  return moved === null ? null : addDuration(moved, secondsText(rest * nth));
}

function secondsText(milliseconds: number): string {
  return `PT${Math.floor(milliseconds / 1000)}.${String(milliseconds % 1000).padStart(3, "0")}S`;
}
