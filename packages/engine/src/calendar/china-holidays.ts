/**
 * The days off and the working weekends of mainland China, as the State Council announces them in November for the
 * year after. `MMDD`, both ends of a range included.
 *
 * Sources: 国办发明电〔2023〕7号 (2024), 〔2024〕12号 (2025), 〔2025〕7号 (2026).
 */
const ANNOUNCED: Readonly<Record<number, { readonly off: string; readonly on: string }>> = {
  2024: {
    off: "0101 0210-0217 0404-0406 0501-0505 0608-0610 0915-0917 1001-1007",
    on: "0204 0218 0407 0428 0511 0914 0929 1012",
  },
  2025: {
    off: "0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008",
    on: "0126 0208 0427 0928 1011",
  },
  2026: {
    off: "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007",
    on: "0104 0214 0228 0509 0920 1010",
  },
};

const DAY = 86_400_000;

/** What is special about the days of a year; days are counted from 1970-01-01. */
export interface ChinaYear {
  readonly off: ReadonlySet<number>;
  /** Weekends that are worked. */
  readonly on: ReadonlySet<number>;
}

const years = new Map<number, ChinaYear>();

/**
 * The public holidays of a year. A year that has not been announced yet has the days that the law names (全国年节及纪念日
 * 放假办法, as of 2025), without the weekends that are moved for them.
 */
export function chinaYear(year: number): ChinaYear {
  const known = years.get(year);
  if (known) return known;
  const announced = ANNOUNCED[year];
  const made = announced
    ? { off: daysOf(year, announced.off), on: daysOf(year, announced.on) }
    : { off: statutoryDays(year), on: new Set<number>() };
  if (years.size < 1000) years.set(year, made);
  return made;
}

function daysOf(year: number, text: string): Set<number> {
  const days = new Set<number>();
  for (const range of text.split(" ")) {
    const [from = "", to = from] = range.split("-");
    for (let day = dayOf(year, from); day <= dayOf(year, to); day++) days.add(day);
  }
  return days;
}

function dayOf(year: number, monthAndDay: string): number {
  return Date.UTC(year, Number(monthAndDay.slice(0, 2)) - 1, Number(monthAndDay.slice(2))) / DAY;
}

function statutoryDays(year: number): Set<number> {
  const days = daysOf(year, `0101 ${clearAndBright(year)} 0501-0502 1001-1003`);
  const first = dayOf(year, "0101");
  const last = dayOf(year, "1231");
  for (let day = first; day <= last; day++) {
    const lunar = lunarDay(day);
    if (lunar === "5/5" || lunar === "8/15") days.add(day);
    // The eve of the first month may be its 29th or 30th day.
    if (lunar === "1/1") for (const one of [day - 1, day, day + 1, day + 2]) days.add(one);
  }
  return days;
}

/** Qingming: the usual formula for the solar term, right for 2000 to 2099. */
function clearAndBright(year: number): string {
  const short = year % 100;
  return `040${Math.floor(0.2422 * short + 4.81) - Math.floor(short / 4)}`;
}

let lunarClock: Intl.DateTimeFormat | undefined;

/** Month and day of the Chinese calendar, for example `8/15`; a leap month differs from each of these. */
function lunarDay(day: number): string {
  lunarClock ??= new Intl.DateTimeFormat("en-u-ca-chinese", {
    timeZone: "UTC",
    month: "numeric",
    day: "numeric",
  });
  const shown: Record<string, string> = {};
  for (const { type, value } of lunarClock.formatToParts(new Date(day * DAY))) shown[type] = value;
  return `${shown.month}/${shown.day}`;
}
