import type { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from "../value/feel-value.ts";
import { calendarDate, DAY, SECOND_NANOS } from "./calendar.ts";
import { negatedDuration } from "./moment.ts";
import { offsetText } from "./offset.ts";

/** ISO 8601 text of a temporal value; a named zone follows an `@`. */
export function writeTemporal(
  value: FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration,
): string {
  switch (value.kind) {
    case "date":
      return writeDate(value.day);
    case "time":
      return writeTime(value.nanos) + writeZone(value);
    case "date and time":
      return `${writeDate(value.day)}T${writeTime(value.nanos)}${writeZone(value)}`;
    case "days and time duration":
      return value.ms < 0 ? `-${writeDaysDuration(negatedDuration(value))}` : writeDaysDuration(value);
    case "years and months duration":
      return writeMonthsDuration(value.months);
  }
}

function writeDate(day: number): string {
  const date = calendarDate(day);
  const year = String(Math.abs(date.year)).padStart(4, "0");
  return `${date.year < 0 ? "-" : ""}${year}-${two(date.month)}-${two(date.day)}`;
}

function writeTime(nanos: number): string {
  const seconds = Math.floor(nanos / SECOND_NANOS);
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return text + writeFraction(nanos - seconds * SECOND_NANOS);
}

/** The fraction of a second in three, six or nine digits. */
function writeFraction(nanos: number): string {
  if (nanos === 0) return "";
  const digits = String(nanos).padStart(9, "0");
  if (nanos % 1_000_000 === 0) return `.${digits.slice(0, 3)}`;
  return `.${nanos % 1000 === 0 ? digits.slice(0, 6) : digits}`;
}

function writeZone({ offset, zone }: FeelTime | FeelDateTime): string {
  if (zone !== null) return `@${zone}`;
  return offset === null ? "" : offsetText(offset);
}

function writeDaysDuration({ ms, nanos }: DaysDuration): string {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor(ms / 3_600_000) % 24;
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = Math.floor(ms / 1000) % 60;
  const fraction = writeFraction((ms % 1000) * 1_000_000 + nanos);
  const time =
    (hours ? `${hours}H` : "") +
    (minutes ? `${minutes}M` : "") +
    (seconds || fraction ? `${seconds}${fraction}S` : "");
  if (!days && !time) return "PT0S";
  return `P${days ? `${days}D` : ""}${time ? `T${time}` : ""}`;
}

function writeMonthsDuration(months: number): string {
  const total = Math.abs(months);
  const years = Math.floor(total / 12);
  const rest = total % 12;
  if (total === 0) return "P0M";
  return `${months < 0 ? "-" : ""}P${years ? `${years}Y` : ""}${rest ? `${rest}M` : ""}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
