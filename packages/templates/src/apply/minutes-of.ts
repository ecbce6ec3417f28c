const DURATION = /^P(?=\d|T\d)(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?$/;

/** The minutes of an ISO 8601 duration in days, hours and minutes; null for anything else. */
export function minutesOf(duration: string): number | null {
  const found = DURATION.exec(duration);
  if (found === null) return null;
  const [, days = "0", hours = "0", minutes = "0"] = found;
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
}

/** How a duration is said, `2 days`, `90 minutes`, in the largest unit that fits. */
export function durationWords(duration: string, language: "en" | "zh-CN"): string {
  const minutes = minutesOf(duration);
  if (minutes === null) return duration;
  const [count, one, many, chinese] =
    minutes % 1440 === 0
      ? ([minutes / 1440, "day", "days", "天"] as const)
      : minutes % 60 === 0
        ? ([minutes / 60, "hour", "hours", "小时"] as const)
        : ([minutes, "minute", "minutes", "分钟"] as const);
  return language === "en" ? `${count} ${count === 1 ? one : many}` : `${count} ${chinese}`;
}
