import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareValues } from "../value/compare.ts";
import type { DaysDuration, FeelDateTime } from "../value/feel-value.ts";
import { DAY_NANOS } from "./calendar.ts";
import { between, dateTime, exactDuration, inUtc, later, negatedDuration, timeOfDay } from "./moment.ts";
import { readDateTime, readDuration, readTime } from "./read-temporal.ts";
import { writeTemporal } from "./write-temporal.ts";

const nanos = fc.integer({ min: 0, max: DAY_NANOS - 1 });
const zone = fc.constantFrom("Europe/Paris", "America/New_York", "Asia/Kolkata");
const place = fc.oneof(
  fc.constant({ offset: null, zone: null }),
  fc.integer({ min: -64_800, max: 64_800 }).map((offset) => ({ offset, zone: null })),
  zone.map((name) => ({ offset: null, zone: name })),
);
/** Near our time, where zones change their clocks, and anywhere in the calendar. */
const day = fc.oneof(
  fc.integer({ min: -20_000, max: 40_000 }),
  fc.integer({ min: -300_000_000_000, max: 300_000_000_000 }),
);
const moment: fc.Arbitrary<FeelDateTime> = fc
  .tuple(day, nanos, place)
  .map(([at, of, where]) => dateTime(at, of, where.offset, where.zone));
const duration: fc.Arbitrary<DaysDuration> = fc
  .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([ms, rest]) => ({ kind: "days and time duration", ms, nanos: rest }));

describe("moments and durations", () => {
  it("are read as they are written", () => {
    fc.assert(
      fc.property(moment, duration, nanos, place, (at, length, time, where) => {
        const back = readDateTime(writeTemporal(at));
        // Where a clock is put back, the second of two equal local times reads as the first.
        expect({ ...back, offset: 0 }).toEqual({ ...at, offset: 0 });
        if (at.zone === null) expect(back?.offset).toBe(at.offset);
        expect(readDuration(writeTemporal(length))).toEqual(length);
        const clock = timeOfDay(time, where.offset, where.zone);
        expect(readTime(writeTemporal(clock))).toEqual(clock);
      }),
      { numRuns: 200 },
    );
  });

  it("lead back: what is added can be taken away, and lies between", () => {
    fc.assert(
      fc.property(moment, duration, (at, length) => {
        const moved = later(at, length, 1);
        expect(inUtc(later(moved, length, -1))).toEqual(inUtc(at));
        expect(between(inUtc(moved), inUtc(at))).toEqual(length);
        expect(inUtc(later(at, negatedDuration(length), -1))).toEqual(inUtc(moved));
        // Less than a millisecond does not count when moments are compared.
        if (length.ms >= 1) expect(compareValues(moved, at)).toBe(1);
        if (length.ms <= -2) expect(compareValues(moved, at)).toBe(-1);
      }),
      { numRuns: 200 },
    );
  });

  it("are exact to the nanosecond, in either direction", () => {
    expect(exactDuration(0, -1)).toEqual({ kind: "days and time duration", ms: -1, nanos: 999_999 });
    expect(writeTemporal(exactDuration(0, -1) ?? timeOfDay(0, null, null))).toBe("-PT0.000000001S");
    expect(exactDuration(Number.MAX_SAFE_INTEGER, 1_000_000)).toBeNull();
    fc.assert(
      fc.property(duration, (length) => {
        expect(negatedDuration(negatedDuration(length))).toEqual(length);
        expect(Object.is(negatedDuration(length).ms, -0)).toBe(false);
      }),
    );
  });
});
