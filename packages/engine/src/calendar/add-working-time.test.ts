import type { WorkingCalendar as DrawnCalendar } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addWorkingTime } from "./add-working-time.ts";
import { chinaYear } from "./china-holidays.ts";
import { workingCalendar } from "./working-calendar.ts";

const OFFICE: DrawnCalendar = {
  id: "office",
  timeZone: "Asia/Shanghai",
  holidays: "china",
  week: [
    { days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", to: "12:00" },
    { days: ["mon", "tue", "wed", "thu", "fri"], from: "13:00", to: "18:00" },
  ],
};

/** `2026-11-25 15:00` on the clocks of a zone that is so many hours ahead; as an instant. */
const at = (text: string, hours = 8) =>
  new Date(Date.parse(`${text.replace(" ", "T")}:00Z`) - hours * 3_600_000);

function due(from: string, duration: string, drawn: Partial<DrawnCalendar> = {}, hours = 8): string | null {
  const calendar = workingCalendar({ ...OFFICE, ...drawn });
  if (!calendar) throw new Error("no calendar");
  const found = addWorkingTime(calendar, at(from, hours).toISOString(), duration);
  if (found === null) return null;
  return new Date(Date.parse(found) + hours * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}

describe("hours", () => {
  test.each([
    ["within a shift", "2026-11-25 15:00", "PT2H", "2026-11-25 17:00"],
    ["up to its end", "2026-11-25 15:00", "PT3H", "2026-11-25 18:00"],
    ["over a pause", "2026-11-25 11:00", "PT2H", "2026-11-25 14:00"],
    ["over a night", "2026-11-25 17:00", "PT2H", "2026-11-26 10:00"],
    ["over a weekend", "2026-11-27 17:30", "PT1H", "2026-11-30 09:30"],
    ["from a night on", "2026-11-25 22:00", "PT1H", "2026-11-26 10:00"],
    ["from a Sunday on", "2026-11-29 10:00", "PT1H", "2026-11-30 10:00"],
    ["none", "2026-11-29 10:00", "PT0S", "2026-11-29 10:00"],
    ["many", "2026-11-23 09:00", "PT40H", "2026-11-27 18:00"],
  ])("%s", (_, from, duration, then) => expect(due(from, duration)).toBe(then));
});

describe("days", () => {
  test.each([
    ["the next one", "2026-11-25 15:00", "P1D", "2026-11-26 15:00"],
    ["over a weekend", "2026-11-27 15:00", "P1D", "2026-11-30 15:00"],
    ["from a night on", "2026-11-25 22:00", "P1D", "2026-11-27 09:00"],
    ["from a Saturday on", "2026-11-28 12:00", "P1D", "2026-12-01 09:00"],
    ["and hours", "2026-11-25 15:00", "P1DT4H", "2026-11-27 10:00"],
    ["over the National Day", "2026-09-30 10:00", "P1D", "2026-10-08 10:00"],
    ["to a Saturday that is worked", "2026-10-09 10:00", "P1D", "2026-10-10 10:00"],
    ["over the Spring Festival", "2026-02-13 10:00", "P2D", "2026-02-24 10:00"],
  ])("%s", (_, from, duration, then) => expect(due(from, duration)).toBe(then));

  it("end with a shorter day", () => {
    const days = [{ from: "2026-11-26", shifts: [{ from: "09:00", to: "12:00" }] }];
    expect(due("2026-11-25 15:00", "P1D", { days })).toBe("2026-11-26 12:00");
  });
});

describe("days of their own", () => {
  it("go before holidays", () => {
    const days = [{ from: "2026-10-01", to: "2026-10-03", shifts: [{ from: "10:00", to: "16:00" }] }];
    expect(due("2026-09-30 10:00", "P1D", { days })).toBe("2026-10-01 10:00");
  });

  it("may be without work", () => {
    const days = [{ from: "2026-11-26", to: "2026-11-27", shifts: [] }];
    expect(due("2026-11-25 17:00", "PT2H", { days })).toBe("2026-11-30 10:00");
  });
});

it("counts a night shift to the day on which it begins", () => {
  const week: DrawnCalendar["week"] = [{ days: ["fri"], from: "22:00", to: "06:00" }];
  expect(due("2026-11-28 01:00", "PT5H", { week })).toBe("2026-11-28 06:00");
  expect(due("2026-11-28 01:00", "PT6H", { week })).toBe("2026-12-04 23:00");
  expect(due("2026-11-28 01:00", "P1D", { week })).toBe("2026-12-05 01:00");
});

it("keeps the time of the clock where summer time begins, and counts the hours that pass", () => {
  const drawn: Partial<DrawnCalendar> = {
    timeZone: "Europe/Berlin",
    holidays: "none",
    week: [{ days: ["sat", "sun", "mon"], from: "00:00", to: "24:00" }],
  };
  // 2026-03-29, 02:00 becomes 03:00.
  expect(due("2026-03-28 12:00", "P1D", drawn, 1)).toBe("2026-03-29 11:00");
  expect(due("2026-03-29 01:30", "PT1H", drawn, 1)).toBe("2026-03-29 02:30");
});

test.each(["P1M", "P1Y", "P1W", "P", "PT", "", "4h", "-P1D", "P1DT"])(
  "%j has no working time",
  (duration) => {
    expect(due("2026-11-25 15:00", duration)).toBeNull();
  },
);

it("gives up where no work is done, and where the time lies beyond ten years", () => {
  const days = [{ from: "2026-01-01", to: "2040-01-01", shifts: [] }];
  expect(due("2026-11-25 15:00", "PT1H", { days })).toBeNull();
  expect(due("2026-11-25 15:00", "P1D", { days })).toBeNull();
  expect(due("2026-11-25 15:00", "PT9999999H")).toBeNull();
  expect(due("2026-11-25 15:00", "P999999D")).toBeNull();
});

it("knows the days of a year that is not announced by the law and the moon", () => {
  const names = [...chinaYear(2029).off].map((day) => new Date(day * 86_400_000).toISOString().slice(5, 10));
  expect(names.toSorted()).toEqual([
    ...["01-01", "02-12", "02-13", "02-14", "02-15", "04-04", "05-01", "05-02"],
    ...["06-16", "09-22", "10-01", "10-02", "10-03"],
  ]);
});

it("agrees with counting minute by minute", () => {
  const time = fc.integer({ min: 0, max: 47 }).map((half) => half * 30);
  const text = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const shift = fc.tuple(time, time).map(([from, to]) => ({ from: text(from), to: text(to) }));
  const day = fc.constantFrom<DrawnCalendar["week"][number]["days"][number]>(
    ...(["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const),
  );
  const week = fc.array(
    fc.tuple(fc.uniqueArray(day, { minLength: 1 }), shift).map(([days, one]) => ({ days, ...one })),
    { minLength: 1, maxLength: 4 },
  );
  const start = fc
    .integer({ min: 0, max: 20 * 1440 })
    .map((minute) => at("2026-09-20 00:00").getTime() + minute * 60_000);
  fc.assert(
    fc.property(
      week,
      start,
      fc.integer({ min: 1, max: 900 }),
      fc.boolean(),
      (shifts, from, minutes, china) => {
        const drawn: DrawnCalendar = { ...OFFICE, week: shifts, holidays: china ? "china" : "none" };
        const calendar = workingCalendar(drawn);
        const found = calendar && addWorkingTime(calendar, new Date(from).toISOString(), `PT${minutes}M`);
        expect(found).toBe(new Date(byMinutes(drawn, from, minutes)).toISOString());
      },
    ),
    { numRuns: 60 },
  );
});

/** Walks over every minute and asks the drawing whether it is worked; shares nothing with what is tested. */
function byMinutes(drawn: DrawnCalendar, from: number, minutes: number): number {
  let left = minutes;
  for (let minute = from; ; minute += 60_000) {
    const local = new Date(minute + 8 * 3_600_000);
    const inMinutes = local.getUTCHours() * 60 + local.getUTCMinutes();
    const today = local.toISOString().slice(0, 10);
    const yesterday = new Date(local.getTime() - 86_400_000).toISOString().slice(0, 10);
    if (isWorked(drawn, today, inMinutes) || isWorked(drawn, yesterday, inMinutes + 1440)) left--;
    if (left === 0) return minute + 60_000;
  }
}

const NAMES = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const OFF_IN_AUTUMN = [
  "09-25",
  "09-26",
  "09-27",
  "10-01",
  "10-02",
  "10-03",
  "10-04",
  "10-05",
  "10-06",
  "10-07",
];
const ON_IN_AUTUMN = ["09-20", "10-10"];

function isWorked({ week, holidays }: DrawnCalendar, date: string, minute: number): boolean {
  const number = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const china = holidays === "china";
  if (china && OFF_IN_AUTUMN.includes(date.slice(5))) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const first = NAMES.slice(1)
    .concat("sun")
    .find((name) => week.some(({ days }) => days.includes(name)));
  const name = china && ON_IN_AUTUMN.includes(date.slice(5)) ? first : NAMES[weekday];
  return week.some(({ days, from, to }) => {
    if (name === undefined || !days.includes(name)) return false;
    const end = number(to) > number(from) ? number(to) : number(to) + 1440;
    return minute >= number(from) && minute < end;
  });
}
