import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate, DAY, dayInCalendar, dayInRange, dayOf } from "./calendar.ts";

describe("the calendar", () => {
  it("agrees with the platform's dates where those reach", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (day) => {
        const date = new Date(day * DAY);
        expect(calendarDate(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
    );
  });

  it("finds every day again", () => {
    fc.assert(
      fc.property(fc.integer({ min: -365_242_000_000, max: 365_240_000_000 }), (day) => {
        const date = calendarDate(day);
        expect(dayOf(date.year, date.month, date.day)).toBe(day);
      }),
    );
  });

  it.each([
    [1970, 1, 1, 0],
    [2024, 2, 29, 19_782],
    [0, 3, 1, -719_468],
    [-1, 12, 31, -719_529],
    [2023, 2, 29, null],
    [1900, 2, 29, null],
    [2026, 13, 1, null],
    [2026, 4, 31, null],
    [1_000_000_000, 1, 1, null],
    [Number.NaN, 1, 1, null],
  ])("%d-%d-%d", (year, month, day, expected) => {
    expect(dayOf(year, month, day)).toBe(expected);
  });

  it("stores the years 1 to 9999 and computes with more", () => {
    expect([dayOf(1, 1, 1), dayOf(9999, 12, 31)].map((day) => dayInRange(day ?? Number.NaN))).toEqual([
      true,
      true,
    ]);
    expect([dayOf(0, 12, 31), dayOf(10_000, 1, 1)].map((day) => dayInRange(day ?? Number.NaN))).toEqual([
      false,
      false,
    ]);
    expect(dayInCalendar((dayOf(999_999_999, 12, 31) ?? 0) + 1)).toBe(false);
    expect(dayInCalendar((dayOf(-999_999_999, 1, 1) ?? 0) - 1)).toBe(false);
  });
});
