import { instantOf, zoneOf } from "./zone.ts";

/** The values that each field allows. */
interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** Both kinds of days are restricted: one of them suffices. */
  readonly either: boolean;
}

interface Field {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

const MINUTE: Field = { from: 0, to: 59, names: [] };
const HOUR: Field = { from: 0, to: 23, names: [] };
const DAY_OF_MONTH: Field = { from: 1, to: 31, names: [] };
const MONTH: Field = {
  from: 1,
  to: 12,
  names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
};
const WEEKDAY: Field = { from: 0, to: 7, names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] };

const DAY = 86_400_000;
/** The 29th of February on a given weekday comes after 40 years at the latest, where a century skips it. */
const YEARS_AHEAD = 41;

/**
 * When a cron rule is next due after an instant, as an ISO instant; null for a rule or a zone that cannot be read and
 * for one that never comes. Five fields as of cron(5): where neither of the days has an asterisk, one of them suffices.
 */
export function cronAfter(rule: string, timeZone: string, after: string): string | null {
  const cron = parseCron(rule);
  const zone = zoneOf(timeZone);
  if (cron === null || zone === null) return null;
  const since = Date.parse(after);
  const local = since + zone.offsetAt(since);
  const start = Math.floor(local / DAY);
  for (let day = start; day <= start + YEARS_AHEAD * 366; day++) {
    if (!isDay(cron, new Date(day * DAY))) continue;
    for (const hour of cron.hours)
      for (const minute of cron.minutes) {
        const wanted = day * DAY + (hour * 60 + minute) * 60_000;
        // What the clocks showed before `after` is no later than it.
        if (wanted + 60_000 <= local) continue;
        const due = instantOf(zone, wanted);
        if (due > since) return new Date(due).toISOString();
      }
  }
  return null;
}

function isDay({ days, months, weekdays, either }: Cron, date: Date): boolean {
  if (!months.has(date.getUTCMonth() + 1)) return false;
  const byDay = days.has(date.getUTCDate());
  const byWeekday = weekdays.has(date.getUTCDay());
  return either ? byDay || byWeekday : byDay && byWeekday;
}

function parseCron(text: string): Cron | null {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== 5) return null;
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = parts;
  const minutes = valuesOf(minute, MINUTE);
  const hours = valuesOf(hour, HOUR);
  const days = valuesOf(day, DAY_OF_MONTH);
  const months = valuesOf(month, MONTH);
  const weekdays = valuesOf(weekday, WEEKDAY)?.map((value) => value % 7);
  if (!minutes || !hours || !days || !months || !weekdays) return null;
  return {
    minutes,
    hours,
    days: new Set(days),
    months: new Set(months),
    weekdays: new Set(weekdays),
    either: !day.includes("*") && !weekday.includes("*"),
  };
}

/** Ascending, each once; null for text that is no field. */
function valuesOf(text: string, field: Field): number[] | null {
  const found = new Set<number>();
  for (const item of text.split(",")) {
    const values = itemValues(item, field);
    if (values === null) return null;
    for (const value of values) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

/** One item of a list: a value, a range or all, the latter two with an optional step. */
function itemValues(item: string, field: Field): number[] | null {
  const [, range = "", stepText] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(item) ?? [];
  const step = stepText === undefined ? 1 : Number(stepText);
  const bounds = boundsOf(range, field);
  if (bounds === null || step === 0 || (stepText !== undefined && !bounds.isRange)) return null;
  const values: number[] = [];
  for (let value = bounds.first; value <= bounds.last; value += step) values.push(value);
  return values;
}

function boundsOf(range: string, field: Field): { first: number; last: number; isRange: boolean } | null {
  if (range === "*") return { first: field.from, last: field.to, isRange: true };
  const [first, last, ...more] = range.split("-").map((text) => numberOf(text, field));
  if (first === undefined || first === null || last === null || more.length > 0) return null;
  if (last === undefined) return { first, last: first, isRange: false };
  return first <= last ? { first, last, isRange: true } : null;
}

function numberOf(text: string, { from, to, names }: Field): number | null {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return named + from;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : null;
}
