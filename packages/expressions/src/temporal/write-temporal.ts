import type { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from "../value/feel-value.ts";
import { calendarDate, DAY } from "./calendar.ts";

/** ISO 8601 text of a temporal value. */
export function writeTemporal(
  value: FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration,
): string {
  switch (value.kind) {
    case "date":
      return writeDate(value.day);
    case "time":
      return writeTime(value.ms) + writeOffset(value.offset);
    case "date and time": {
      const day = Math.floor(value.local / DAY);
      return `${writeDate(day)}T${writeTime(value.local - day * DAY)}${writeOffset(value.offset)}`;
    }
    case "days and time duration":
      return writeDaysDuration(value.ms);
    case "years and months duration":
      return writeMonthsDuration(value.months);
  }
}

function writeDate(day: number): string {
  const date = calendarDate(day);
  return `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
}

function writeTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const fraction = ms % 1000;
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(3, "0")}`;
}

function writeOffset(offset: number | null): string {
  if (offset === null) return "";
  if (offset === 0) return "Z";
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function writeDaysDuration(ms: number): string {
  const total = Math.abs(ms);
  const days = Math.floor(total / DAY);
  const hours = Math.floor(total / 3_600_000) % 24;
  const minutes = Math.floor(total / 60_000) % 60;
  const seconds = Math.floor(total / 1000) % 60;
  const fraction = total % 1000;
  const secondsText = fraction === 0 ? `${seconds}` : `${seconds}.${String(fraction).padStart(3, "0")}`;
  const time =
    (hours ? `${hours}H` : "") +
    (minutes ? `${minutes}M` : "") +
    (seconds || fraction ? `${secondsText}S` : "");
  if (!days && !time) return "PT0S";
  return `${ms < 0 ? "-" : ""}P${days ? `${days}D` : ""}${time ? `T${time}` : ""}`;
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
