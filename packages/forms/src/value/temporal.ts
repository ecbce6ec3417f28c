const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;
const DURATION =
  /^-?P(?=\d|T\d)(?:\d{1,6}Y)?(?:\d{1,6}M)?(?:\d{1,6}W)?(?:\d{1,9}D)?(?:T(?=\d)(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}(?:\.\d{1,9})?S)?)?$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the calendar, `2026-11-24`. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
  return Number(match[3]) >= 1 && Number(match[3]) <= last;
}

/** `09:30`, with or without seconds and zone. */
export function isTime(text: string): boolean {
  return TIME.test(text);
}

/** A day and a time with its zone, `2026-11-24T09:30:00Z`. */
export function isDateTime(text: string): boolean {
  const at = text.indexOf("T");
  if (at < 0 || !isDate(text.slice(0, at))) return false;
  const match = TIME.exec(text.slice(at + 1));
  return match?.[2] !== undefined;
}

/** An ISO 8601 duration, `PT4H`. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}
