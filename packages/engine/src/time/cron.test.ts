import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cronAfter } from "./cron.ts";

/** The next times of a rule, one after the other. */
function times(rule: string, zone: string, after: string, count: number): (string | null)[] {
  const found: (string | null)[] = [];
  let last: string | null = after;
  while (found.length < count && last !== null) {
    last = cronAfter(rule, zone, last);
    found.push(last?.replace(":00.000Z", "") ?? null);
  }
  return found;
}

describe("a cron rule", () => {
  it("is due at the next minute that all its fields allow", () => {
    const after = "2026-01-05T01:00:00.000Z";
    const next = (rule: string, zone = "UTC") => cronAfter(rule, zone, after);
    expect(next("* * * * *")).toBe("2026-01-05T01:01:00.000Z");
    expect(next("0 1 * * *")).toBe("2026-01-06T01:00:00.000Z");
    expect(next("*/20 3-4,22 * * *")).toBe("2026-01-05T03:00:00.000Z");
    expect(next("30 9 * * MON-FRI", "Asia/Shanghai")).toBe("2026-01-05T01:30:00.000Z");
    expect(next("0 0 1 jul *")).toBe("2026-07-01T00:00:00.000Z");
    expect(next("0 0 * * 7")).toBe("2026-01-11T00:00:00.000Z");
    expect(next("0 12 29 2 *")).toBe("2028-02-29T12:00:00.000Z");
    expect(next("59 23 31 12 *")).toBe("2026-12-31T23:59:00.000Z");
  });

  it("restricted to days of the month and of the week takes either, as cron(5) says", () => {
    const either = times("0 0 13 * FRI", "UTC", "2026-01-05T01:00:00.000Z", 4);
    expect(either).toEqual(["2026-01-09T00:00", "2026-01-13T00:00", "2026-01-16T00:00", "2026-01-23T00:00"]);
    const both = times("0 0 */2 * FRI", "UTC", "2026-01-05T01:00:00.000Z", 2);
    expect(both).toEqual(["2026-01-09T00:00", "2026-01-23T00:00"]);
  });

  it("at a local time that is skipped is due at the first moment after", () => {
    // Berlin goes from 02:00 to 03:00 on 29 March 2026, which is 01:00 in UTC.
    const after = "2026-03-28T12:00:00.000Z";
    expect(times("30 2 * * *", "Europe/Berlin", after, 2)).toEqual(["2026-03-29T01:00", "2026-03-30T00:30"]);
    expect(times("0,30 2,3 29 3 *", "Europe/Berlin", after, 2)).toEqual([
      "2026-03-29T01:00",
      "2026-03-29T01:30",
    ]);
    // Samoa left out the whole of 30 December 2011.
    expect(times("0 9 * * *", "Pacific/Apia", "2011-12-29T00:00:00.000Z", 3)).toEqual([
      "2011-12-29T19:00",
      "2011-12-30T10:00",
      "2011-12-30T19:00",
    ]);
    // Lord Howe moves by half an hour.
    expect(times("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00:00.000Z", 2)).toEqual([
      "2026-10-03T15:30",
      "2026-10-04T15:15",
    ]);
  });

  it("at a local time that occurs twice is due once, at the first", () => {
    // Berlin goes from 03:00 back to 02:00 on 25 October 2026, which is 01:00 in UTC.
    const after = "2026-10-24T12:00:00.000Z";
    expect(times("30 2 * * *", "Europe/Berlin", after, 2)).toEqual(["2026-10-25T00:30", "2026-10-26T01:30"]);
    expect(times("*/30 2,3 25 10 *", "Europe/Berlin", after, 4)).toEqual([
      "2026-10-25T00:00",
      "2026-10-25T00:30",
      "2026-10-25T02:00",
      "2026-10-25T02:30",
    ]);
    const between = "2026-10-25T01:10:00.000Z";
    expect(times("30 2 * * *", "Europe/Berlin", between, 1)).toEqual(["2026-10-26T01:30"]);
  });

  it("that cannot be read, or never comes, has no next time", () => {
    const wrong = ["", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *"];
    for (const rule of [...wrong, "*/0 * * * *", "5/10 * * * *", "9-3 * * * *", "a * * * *", "1- * * * *"])
      expect([rule, cronAfter(rule, "UTC", "2026-01-05T01:00:00.000Z")]).toEqual([rule, null]);
    expect(cronAfter("0 0 30 2 *", "UTC", "2026-01-05T01:00:00.000Z")).toBeNull();
    expect(cronAfter("* * * * *", "Mars/Olympus", "2026-01-05T01:00:00.000Z")).toBeNull();
  });

  it("gives times that come later and later and show what it says, whatever the zone", () => {
    const zones = fc.constantFrom(
      "UTC",
      "Asia/Shanghai",
      "America/New_York",
      "Asia/Kathmandu",
      "Europe/London",
    );
    const from = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
    const minute = fc.integer({ min: 0, max: 59 });
    const hour = fc.integer({ min: 5, max: 23 });
    fc.assert(
      fc.property(zones, from, minute, hour, (zone, ms, minute, hour) => {
        const after = new Date(ms).toISOString();
        const due = cronAfter(`${minute} ${hour} * * *`, zone, after) ?? "";
        expect(due > after).toBe(true);
        expect(Date.parse(due) - ms).toBeLessThanOrEqual(25 * 3_600_000);
        const shown = new Intl.DateTimeFormat("en-GB", {
          timeZone: zone,
          hourCycle: "h23",
          hour: "numeric",
          minute: "numeric",
        }).format(new Date(due));
        expect(shown).toBe(`${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
      }),
      { numRuns: 50 },
    );
  });
});
