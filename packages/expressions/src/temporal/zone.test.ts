import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, SECOND_NANOS } from "./calendar.ts";
import { atInstant, atLocal, isZone, standardOffset } from "./zone.ts";

const ZONES = ["Europe/Paris", "Asia/Shanghai", "Australia/Lord_Howe", "America/St_Johns", "Etc/UTC"];
const at = (year: number, month: number, day: number): number => dayOf(year, month, day) ?? Number.NaN;
const clock = (hours: number, minutes = 0): number => (hours * 60 + minutes) * 60 * SECOND_NANOS;

describe("time zones", () => {
  it.each([
    ["Europe/Paris", true],
    ["europe/paris", true],
    ["Asia/Kolkata", true],
    ["Etc/GMT", true],
    ["America/Argentina/Buenos_Aires", true],
    ["Europe/Atlantis", false],
    ["+01:00", false],
    ["", false],
    ["../etc/passwd", false],
    ["__proto__", false],
    ["constructor", false],
  ])("%s", (name, known) => {
    expect(isZone(name)).toBe(known);
  });

  it.each([
    ["Europe/Paris", [2026, 1, 15], 3600],
    ["Europe/Paris", [2026, 7, 15], 7200],
    ["Asia/Kolkata", [2026, 7, 15], 19_800],
    ["Asia/Shanghai", [1988, 7, 15], 32_400],
    ["Europe/Paris", [1850, 1, 1], 561],
    ["Europe/Paris", [-4000, 1, 1], 561],
    ["Etc/UTC", [999_999_999, 12, 31], 0],
    ["Europe/Paris", [999_999_999, 7, 31], 7200],
  ] as const)("%s on %j", (zone, [year, month, day], offset) => {
    expect(atLocal(zone, at(year, month, day), clock(12)).offset).toBe(offset);
  });

  it("takes the earlier moment where a clock is put back", () => {
    expect(atLocal("Europe/Paris", at(2026, 10, 25), clock(2, 30)).offset).toBe(7200);
  });

  it("moves on where a clock is put forward", () => {
    expect(atLocal("Europe/Paris", at(2026, 3, 29), clock(2, 30))).toEqual({
      day: at(2026, 3, 29),
      nanos: clock(3, 30),
      offset: 7200,
    });
  });

  it("has standard time for a time of day without a date", () => {
    expect(["Europe/Paris", "Australia/Melbourne", "Asia/Shanghai"].map(standardOffset)).toEqual([
      3600, 36_000, 28_800,
    ]);
  });

  it("shows at every moment a local time that leads back to an equal moment or the earlier of two", () => {
    const zone = fc.constantFrom(...ZONES);
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: -30_000, max: 30_000 }),
        fc.integer({ min: 0, max: 1439 }),
        (name, day, minute) => {
          const shown = atInstant(name, day, clock(0, minute));
          const back = atLocal(name, shown.day, shown.nanos);
          expect([back.day, back.nanos]).toEqual([shown.day, shown.nanos]);
          expect(back.offset).toBeGreaterThanOrEqual(shown.offset);
        },
      ),
      { numRuns: 200 },
    );
  });
});
