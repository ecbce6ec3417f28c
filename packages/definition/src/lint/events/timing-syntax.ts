import { addDuration, durationMilliseconds, parseInstant } from "@flowright/expressions";

/** Months have no fixed length in milliseconds but can be added to a date. */
export function isDuration(text: string): boolean {
  return durationMilliseconds(text) !== null || addDuration("2026-01-01T00:00:00Z", text) !== null;
}

const REPETITION = /^R(\d{0,9})\/(?:([^/]+)\/)?(P[^/]+)$/;

/** The repetition `R3/PT10M` or `R/2026-01-01T00:00:00Z/P1D`; how often is null for ever. Null if it is none. */
export function parseRepetition(text: string): { readonly times: number | null } | null {
  const [, count = "", start, period = ""] = REPETITION.exec(text) ?? [];
  if (!isDuration(period) || !advances(period)) return null;
  if (start !== undefined && parseInstant(start) === null) return null;
  const times = count === "" ? null : Number(count);
  return times === 0 ? null : { times };
}

function advances(period: string): boolean {
  const after = addDuration("2026-01-01T00:00:00Z", period);
  return after === null || Date.parse(after) > Date.parse("2026-01-01T00:00:00Z");
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

interface CronField {
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
}

const CRON_FIELDS: readonly CronField[] = [
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31 },
  { from: 1, to: 12, names: MONTHS },
  { from: 0, to: 7, names: WEEKDAYS },
];

/** Five fields as of cron(5): numbers, names of months and days, ranges, lists and steps. */
export function isCron(text: string): boolean {
  const parts = text.trim().split(/\s+/);
  return (
    parts.length === CRON_FIELDS.length &&
    CRON_FIELDS.every((field, index) => (parts[index] ?? "").split(",").every((item) => isItem(item, field)))
  );
}

function isItem(item: string, field: CronField): boolean {
  const [, range = "", step] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(item) ?? [];
  if (range === "" || step === "0" || (step !== undefined && Number(step) === 0)) return false;
  if (range === "*") return true;
  const [first, last, ...more] = range.split("-").map((text) => numberOf(text, field));
  if (first === undefined || first === null || more.length > 0 || last === null) return false;
  // A step needs something to go through.
  return last === undefined ? step === undefined : first <= last;
}

function numberOf(text: string, { from, to, names }: CronField): number | null {
  const named = names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return named + from;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : null;
}

/** Whether a name such as Asia/Shanghai is a time zone that dates can be computed in. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
