const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The first instant after `now` that five cron fields name in a time zone; null where none comes within nine years. */
export function cronAfter(rule: string, now: string, timeZone: string): string | null {
  const [minutes = "*", hours = "*", days = "*", months = "*", weekdays = "*"] = rule.trim().split(/\s+/);
  const fits = (local: Date) => {
    const day = matches(days, local.getUTCDate(), 1, 31);
    const weekday =
      matches(weekdays, local.getUTCDay(), 0, 7) || matches(weekdays, local.getUTCDay() || 7, 0, 7);
    const either = days !== "*" && weekdays !== "*";
    return matches(months, local.getUTCMonth() + 1, 1, 12) && (either ? day || weekday : day && weekday);
  };
  const after = Date.parse(now);
  // The day before, because a zone may be a day behind.
  const first = Math.floor((after + offsetAt(after, timeZone)) / DAY) - 1;
  for (let day = first; day < first + 366 * 9; day++) {
    if (!fits(new Date(day * DAY))) continue;
    for (let minute = 0; minute < 1440; minute++) {
      if (!matches(hours, Math.floor(minute / 60), 0, 23) || !matches(minutes, minute % 60, 0, 59)) continue;
      const instant = instantOf(day * DAY + minute * MINUTE, timeZone);
      if (instant > after) return new Date(instant).toISOString();
    }
  }
  return null;
}

function matches(field: string, value: number, low: number, high: number): boolean {
  return field.split(",").some((part) => {
    const [range = "*", step] = part.split("/");
    const [from, to] = range === "*" ? [low, high] : range.split("-").map(Number);
    const last = to ?? (step === undefined ? from : high);
    if (from === undefined || last === undefined || value < from || value > last) return false;
    return (value - from) % Number(step ?? 1) === 0;
  });
}

/** Milliseconds that a zone's clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const at = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const local = Date.UTC(at("year"), at("month") - 1, at("day"), at("hour"), at("minute"), at("second"));
  return local - Math.floor(instant / 1000) * 1000;
}

/** The first instant at which the clocks show a local time, or the first after it where they skip it. */
function instantOf(local: number, timeZone: string): number {
  const offsets = [offsetAt(local - DAY, timeZone), offsetAt(local + DAY, timeZone)];
  const shown = offsets.map((offset) => local - offset).filter((at) => at + offsetAt(at, timeZone) === local);
  if (shown.length > 0) return Math.min(...shown);
  // Skipped: the moment of the change lies between the two readings of the clocks.
  const [before = 0, after = 0] = offsets;
  let [low, high] = [local - Math.max(before, after), local - Math.min(before, after)];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return high;
}
