import type { Language } from "../i18n/language.ts";
import type { TimeTexts } from "./texts.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span in its largest whole unit: 45 min, 3 h, 2 days. */
export function spanWords(milliseconds: number, t: TimeTexts): string {
  const span = Math.abs(milliseconds);
  if (span < MINUTE) return t("minutes", { count: 1 });
  if (span < HOUR) return t("minutes", { count: Math.floor(span / MINUTE) });
  if (span < 2 * DAY) return t("hours", { count: Math.floor(span / HOUR) });
  return t("days", { count: Math.floor(span / DAY) });
}

/** A due time as seen from now: "3 h left", "2 days late". */
export function dueWords(due: string, now: number, t: TimeTexts): string {
  const left = Date.parse(due) - now;
  const time = spanWords(left, t);
  return left > 0 ? t("left", { time }) : t("late", { time });
}

/** A moment in the past as seen from now. */
export function agoWords(at: string, now: number, t: TimeTexts): string {
  const past = now - Date.parse(at);
  return past < MINUTE ? t("justNow") : t("ago", { time: spanWords(past, t) });
}

/** Date and time, 24-hour; days near to now by name, the year only where it is another one. */
export function momentWords(at: string, now: number, language: Language, t: TimeTexts): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return at;
  const time = new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(moment);
  const days = dayNumber(moment) - dayNumber(new Date(now));
  if (days === 0) return t("today", { time });
  if (days === 1) return t("tomorrow", { time });
  if (days === -1) return t("yesterday", { time });
  const sameYear = moment.getFullYear() === new Date(now).getFullYear();
  const date = new Intl.DateTimeFormat(language, {
    month: language === "en" ? "short" : "long",
    day: "numeric",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(moment);
  return `${date} ${time}`;
}

/** Local calendar days since some fixed day. */
export function dayNumber(date: Date): number {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY);
}
