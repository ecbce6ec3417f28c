import type { Language } from "../../model/designer-options.ts";

const DAYS_EN = ["Sundays", "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays"];
const DAYS_ZH = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
const NAMES = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** The plain schedules as people say them: every day, on working days, on a day of the week or month, at a time. */
export function cronWords(cron: string, language: Language): string {
  const [minute = "", hour = "", day, month, weekday = ""] = cron.trim().split(/\s+/);
  if (!/^\d{1,2}$/.test(minute) || !/^\d{1,2}$/.test(hour) || month !== "*") return cron;
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  const when = whenWords(day ?? "*", weekday, language);
  if (when === null) return cron;
  return language === "en" ? `${when} at ${time}` : `${when} ${time}`;
}

function whenWords(day: string, weekday: string, language: Language): string | null {
  const en = language === "en";
  if (day === "*" && weekday === "*") return en ? "Every day" : "每天";
  if (day === "*" && /^(MON-FRI|1-5)$/i.test(weekday)) return en ? "On working days" : "工作日";
  const at = weekdayNumber(weekday);
  if (day === "*" && at !== null) return en ? (DAYS_EN[at] ?? null) : `每${DAYS_ZH[at]}`;
  if (weekday !== "*" || !/^\d{1,2}$/.test(day)) return null;
  return en ? `Day ${Number(day)} of the month` : `每月 ${Number(day)} 日`;
}

function weekdayNumber(weekday: string): number | null {
  const named = NAMES.indexOf(weekday.toUpperCase());
  if (named >= 0) return named;
  return /^[0-7]$/.test(weekday) ? Number(weekday) % 7 : null;
}
