import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("dates, times and durations", () => {
  it.each([
    ['date("2026-02-30")', "error no-result"],
    ["date(2026, 2, 28)", "2026-02-28"],
    ['date(@"2026-11-24T10:00:00Z")', "2026-11-24"],
    ['time("10:30:00")', "10:30:00"],
    ['time("10:30:00.250+08:00")', "10:30:00.250+08:00"],
    ["time(10, 30, 0)", "10:30:00"],
    ["time(25, 0, 0)", "error no-result"],
    ['date and time("2026-11-24T10:30:00+08:00")', "2026-11-24T10:30:00+08:00"],
    ['date and time(date("2026-11-24"), time("10:30:00"))', "2026-11-24T10:30:00"],
    ['duration("P1DT2H")', "P1DT2H"],
    ['duration("P1Y2M")', "P1Y2M"],
    ['duration("P1M2D")', "error no-result"],
    ['years and months duration(date("2011-12-22"), date("2013-08-24"))', "P1Y8M"],
    ["now()", "2026-11-24T08:30:00Z"],
    ["today()", "2026-11-24"],
    ['day of week(date("2026-11-24"))', "Tuesday"],
    ['day of year(date("2026-12-31"))', 365],
    ['month of year(date("2026-11-24"))', "November"],
    ['week of year(date("2005-01-01"))', 53],
    ['week of year(date("2026-11-24"))', 48],
    ['last day of month(date("2024-02-10"))', 29],
    ['date("2024-01-31") + duration("P1M")', "2024-02-29"],
    ['date("2026-11-24") - date("2026-11-20")', "P4D"],
    ['@"2026-11-24T23:00:00Z" + @"PT2H"', "2026-11-25T01:00:00Z"],
    ['@"2026-11-24T10:00:00+08:00" = @"2026-11-24T02:00:00Z"', true],
    ['@"2026-11-24T10:00:00" < @"2026-11-24T02:00:00Z"', "error mixed-zones"],
    ['@"23:00:00" + @"PT2H"', "01:00:00"],
    ['@"P1D" * 1.5', "P1DT12H"],
    ['@"P1D" / @"PT6H"', 4],
    ['@"P1Y" / 2', "P6M"],
    ['@"9999-12-31" + @"P1D"', "10000-01-01"],
    ['@"999999999-12-31" + @"P1D"', "error date-range"],
    ['@"2026-11-24".month', 11],
    ['@"2026-11-24".weekday', 2],
    ['@"2026-11-24T10:30:05Z".minute', 30],
    ['@"P1DT3H".hours', 3],
    ['@"P14M".years', 1],
    ['@"2026-11-24".hour', "error no-entry"],
    ['@"soon"', "error bad-temporal"],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
