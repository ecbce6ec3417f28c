import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDuration, durationMilliseconds, parseInstant } from "./instant.ts";

describe("durationMilliseconds", () => {
  it.each([
    ["PT4H", 14_400_000],
    ["P7D", 604_800_000],
    ["P2W", 1_209_600_000],
    ["P1DT2H3M4.5S", 93_784_500],
    ["-PT1S", -1000],
    ["PT0S", 0],
    ["P1M", null],
    ["P1Y", null],
    ["P", null],
    ["PT", null],
    ["P1DT", null],
    ["4h", null],
    ["PT1H ", null],
    ["", null],
  ])("%s", (text, expected) => {
    expect(durationMilliseconds(text)).toBe(expected);
  });
});

describe("addDuration", () => {
  it.each([
    ["2026-11-24T08:30:00Z", "PT4H", "2026-11-24T12:30:00.000Z"],
    ["2024-01-31T23:00:00Z", "P1M", "2024-02-29T23:00:00.000Z"],
    ["2024-02-29T00:00:00Z", "P1Y", "2025-02-28T00:00:00.000Z"],
    ["2026-11-24T23:30:00+08:00", "P1M1DT1H", "2026-12-25T16:30:00.000Z"],
    ["2026-03-31T00:00:00Z", "-P1M", "2026-02-28T00:00:00.000Z"],
    ["2026-11-24", "P1D", "2026-11-25T00:00:00.000Z"],
    ["9999-12-31T00:00:00Z", "P1D", null],
    ["soon", "P1D", null],
    ["2026-11-24T00:00:00Z", "soon", null],
  ])("%s + %s", (instant, duration, expected) => {
    expect(addDuration(instant, duration)).toBe(expected);
  });

  it("adds the milliseconds of an exact duration", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        fc.integer({ min: 0, max: 5_000_000 }),
        (date, seconds) => {
          const moved = addDuration(date.toISOString(), `PT${seconds}S`);
          expect(moved).toBe(new Date(date.getTime() + seconds * 1000).toISOString());
        },
      ),
    );
  });
});

describe("parseInstant", () => {
  it.each([
    ["2026-11-24", "2026-11-24T00:00:00.000Z"],
    ["2026-11-24T10:30:00+08:00", "2026-11-24T02:30:00.000Z"],
    ["2026-11-24T10:30Z", "2026-11-24T10:30:00.000Z"],
    ["2026-11-24T10:30:00.123456Z", "2026-11-24T10:30:00.123Z"],
    ["2026-02-30", null],
    ["2026-11-24T25:00:00Z", null],
    ["24.11.2026", null],
    ["", null],
  ])("%s", (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });
});
