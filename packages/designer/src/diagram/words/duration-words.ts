import type { Language } from "../../model/designer-options.ts";

const UNITS: readonly (readonly [letter: string, one: string, more: string, zh: string])[] = [
  ["Y", "year", "years", "年"],
  ["M", "month", "months", "个月"],
  ["W", "week", "weeks", "周"],
  ["D", "day", "days", "天"],
];
const TIME_UNITS: typeof UNITS = [
  ["H", "hour", "hours", "小时"],
  ["M", "minute", "minutes", "分钟"],
  ["S", "second", "seconds", "秒"],
];

/** `PT4H` → "4 hours" or "4 小时"; a formula stays a formula. */
export function durationWords(duration: string, language: Language): string {
  const match = /^P(?<date>[^T]*)(?:T(?<time>.*))?$/.exec(duration);
  if (!match) return duration.replace(/^=\s*/, "");
  const words = [
    ...unitWords(match.groups?.["date"] ?? "", UNITS, language),
    ...unitWords(match.groups?.["time"] ?? "", TIME_UNITS, language),
  ];
  return words.length > 0 ? words.join(" ") : duration;
}

function unitWords(part: string, units: typeof UNITS, language: Language): string[] {
  return [...part.matchAll(/(\d+(?:\.\d+)?)([YMWDHS])/g)].map(([whole, amount = "", letter]) => {
    const unit = units.find(([each]) => each === letter);
    if (!unit) return whole;
    if (language === "zh-CN") return `${amount} ${unit[3]}`;
    return `${amount} ${amount === "1" ? unit[1] : unit[2]}`;
  });
}
