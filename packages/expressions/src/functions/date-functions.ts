import { fromDecimal, integerOf, toDecimal } from "../number/feel-number.ts";
import { calendarDate, dayOf, daysInMonth, SECOND_NANOS } from "../temporal/calendar.ts";
import { dateTime, inUtc, timeOfDay } from "../temporal/moment.ts";
import { isOffset } from "../temporal/offset.ts";
import { readDate, readDateTime, readDuration, readTime } from "../temporal/read-temporal.ts";
import { weekdayOf } from "../temporal/temporal-part.ts";
import type {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelNumber,
  FeelTime,
  FeelValue,
} from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import { builtIn, type Call, noResult } from "./built-in.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Dates, times, durations and what is made of them. */
export const dateFunctions = [
  builtIn(
    "date",
    "A date",
    "日期",
    ["from: string", "date", ([text], call) => readDate(text as string) ?? bad(call, "date", "日期")],
    ["from: date", "date", ([value]) => value as FeelDate],
    ["from: date and time", "date", ([value]) => ({ kind: "date", day: (value as FeelDateTime).day })],
    [
      "year: number, month: number, day: number",
      "date",
      ([year, month, day], call) => {
        const found = dayOf(whole(year), whole(month), whole(day));
        return found === null ? bad(call, "date", "日期") : { kind: "date", day: found };
      },
    ],
  ),
  builtIn(
    "time",
    "A time of day",
    "时间",
    ["from: string", "time", ([text], call) => readTime(text as string) ?? bad(call, "time", "时间")],
    ["from: time", "time", ([value]) => value as FeelTime],
    [
      "from: date and time",
      "time",
      ([value]) => {
        const { nanos, offset, zone } = value as FeelDateTime;
        return { kind: "time", nanos, offset, zone };
      },
    ],
    ["from: date", "time", () => timeOfDay(0, 0, null)],
    [
      "hour: number, minute: number, second: number, offset?: days and time duration",
      "time",
      ([hour, minute, second, offset], call) =>
        timeOf(whole(hour), whole(minute), second as FeelNumber, offset, call),
    ],
  ),
  builtIn(
    "date and time",
    "A date and time",
    "日期时间",
    [
      "from: string",
      "date and time",
      ([text], call) => readDateTime(text as string) ?? bad(call, "date and time", "日期时间"),
    ],
    ["from: date and time", "date and time", ([value]) => value as FeelDateTime],
    ["from: date", "date and time", ([value]) => dateTime((value as FeelDate).day, 0, null, null)],
    [
      "date: date, time: time",
      "date and time",
      ([date, time]) => at((date as FeelDate).day, time as FeelTime),
    ],
    [
      "date: date and time, time: time",
      "date and time",
      ([date, time]) => at((date as FeelDateTime).day, time as FeelTime),
    ],
  ),
  builtIn(
    "duration",
    "A duration",
    "时长",
    [
      "from: string",
      "duration",
      ([text], call) => readDuration(text as string) ?? bad(call, "duration", "时长"),
    ],
    ["from: duration", "duration", ([value = null]) => value],
  ),
  builtIn("years and months duration", "Whole months between two dates", "两个日期之间的整月数", [
    "from: temporal, to: temporal",
    "years and months duration",
    ([from = null, to = null], call) => monthsBetween(from, to, call),
  ]),
  builtIn("now", "This moment", "当前时刻", [
    "",
    "date and time",
    (_values, call) => readDateTime(call.run.now) ?? bad(call, "date and time", "日期时间"),
  ]),
  builtIn("today", "Today (UTC)", "今天（UTC）", [
    "",
    "date",
    (_values, call) => {
      const now = readDateTime(call.run.now) ?? bad(call, "date", "日期");
      return { kind: "date", day: inUtc(now).day };
    },
  ]),
  builtIn("day of week", "Name of the day", "星期（英文名）", [
    "date: temporal",
    "string",
    ([date = null], call) => WEEKDAYS[weekdayOf(dayIn(date, call)) - 1] ?? null,
  ]),
  builtIn("day of year", "Number of the day in the year", "一年中的第几天", [
    "date: temporal",
    "number",
    ([date = null], call) => dayOfYear(dayIn(date, call)),
  ]),
  builtIn("month of year", "Name of the month", "月份（英文名）", [
    "date: temporal",
    "string",
    ([date = null], call) => MONTHS[calendarDate(dayIn(date, call)).month - 1] ?? null,
  ]),
  builtIn("week of year", "Week of the year (ISO 8601)", "一年中的第几周（ISO 8601）", [
    "date: temporal",
    "number",
    ([date = null], call) => weekOfYear(dayIn(date, call)),
  ]),
  builtIn("last day of month", "Number of days in the month", "当月最后一天", [
    "date: temporal",
    "number",
    ([date = null], call) => {
      const { year, month } = calendarDate(dayIn(date, call));
      return daysInMonth(year, month);
    },
  ]),
];

function bad(call: Call, what: string, whatZh: string): never {
  return noResult(call, `this is no ${what}`, `不是${whatZh}`);
}

function whole(value: FeelValue | undefined): number {
  return integerOf(value as FeelNumber) ?? Number.NaN;
}

function at(day: number, time: FeelTime): FeelDateTime {
  return dateTime(day, time.nanos, time.offset, time.zone);
}

function timeOf(
  hour: number,
  minute: number,
  second: FeelNumber,
  offset: FeelValue | undefined,
  call: Call,
): FeelTime {
  const nanosOfMinute = integerOf(fromDecimal(toDecimal(second).times(SECOND_NANOS).trunc()) ?? -1) ?? -1;
  const valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
  if (!valid || nanosOfMinute < 0 || nanosOfMinute >= 60 * SECOND_NANOS) return bad(call, "time", "时间");
  const nanos = (hour * 60 + minute) * 60 * SECOND_NANOS + nanosOfMinute;
  if (offset === undefined || offset === null) return timeOfDay(nanos, null, null);
  const seconds = (offset as DaysDuration).ms / 1000;
  return isOffset(seconds) ? timeOfDay(nanos, seconds, null) : bad(call, "time", "时间");
}

function dayIn(value: FeelValue, call: Call): number {
  switch (kindOf(value)) {
    case "date":
      return (value as FeelDate).day;
    case "date and time":
      return (value as FeelDateTime).day;
    default:
      return bad(call, "date", "日期");
  }
}

function monthsBetween(from: FeelValue, to: FeelValue, call: Call): FeelValue {
  const a = calendarDate(dayIn(from, call));
  const b = calendarDate(dayIn(to, call));
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  const short = months > 0 && b.day < a.day ? -1 : months < 0 && b.day > a.day ? 1 : 0;
  return { kind: "years and months duration", months: months + short };
}

function dayOfYear(day: number): number {
  return day - (dayOf(calendarDate(day).year, 1, 1) ?? day) + 1;
}

function weekOfYear(day: number): number {
  const thursday = day - weekdayOf(day) + 4;
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}
