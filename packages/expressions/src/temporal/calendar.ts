/** Milliseconds of a day. */
export const DAY = 86_400_000;
/** Nanoseconds of a day; they fit into a safe integer. */
export const DAY_NANOS = DAY * 1_000_000;
export const SECOND_NANOS = 1_000_000_000;

/** The last year, before and after Christ, that expressions know. */
const LAST_YEAR = 999_999_999;
/** Days of 400 years, after which the calendar repeats. */
const CYCLE = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const TO_EPOCH = 719_468;

/** Days since 1970-01-01 of a date; null when the calendar has no such date. */
export function dayOf(year: number, month: number, day: number): number | null {
  if (!(year >= -LAST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1)) return null;
  return day > daysInMonth(year, month) ? null : dayCount(year, month, day);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date of a day; the years are counted from March, so that the leap day is the last (H. Hinnant). */
export function calendarDate(day: number): CalendarDate {
  const shifted = day + TO_EPOCH;
  const era = Math.floor(shifted / CYCLE);
  const dayOfEra = shifted - era * CYCLE;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** Whether the day lies in the years 1 to 9999, which can be stored. */
export function dayInRange(day: number): boolean {
  return day >= -719162 && day <= 2932896;
}

/** Whether expressions can compute with the day. */
export function dayInCalendar(day: number): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

/** Adds calendar months; a day that the target month lacks becomes its last day. Null out of range. */
export function addMonths(day: number, months: number): number | null {
  const date = calendarDate(day);
  const total = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return dayOf(year, month, Math.min(date.day, daysInMonth(year, month)));
}

function dayCount(year: number, month: number, day: number): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * CYCLE + dayOfEra - TO_EPOCH;
}

const FIRST_DAY = dayCount(-LAST_YEAR, 1, 1);
const LAST_DAY = dayCount(LAST_YEAR, 12, 31);
