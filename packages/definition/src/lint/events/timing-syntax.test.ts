import { describe, expect, test } from "vitest";
import { isCron, isTimeZone, parseRepetition } from "./timing-syntax.ts";

describe("a repetition", () => {
  test.each<[text: string, times: number | null]>([
    ["R3/PT10M", 3],
    ["R/P1D", null],
    ["R1/P1M", 1],
    ["R/2026-01-01T00:00:00Z/P1D", null],
    ["R12/2026-01-01T00:00:00+08:00/P1Y", 12],
  ])("%s", (text, times) => {
    expect(parseRepetition(text)).toEqual({ times });
  });

  test.each(["", "R3", "PT10M", "R0/PT10M", "R3/", "R-1/PT1M", "R3/PT0S", "R3/tomorrow/PT1M", "R3/PT1M/P1D"])(
    "is not: %s",
    (text) => {
      expect(parseRepetition(text)).toBeNull();
    },
  );
});

describe("a schedule", () => {
  test.each([
    "* * * * *",
    "0 9 * * MON-FRI",
    "*/15 9-17 * * 1-5",
    "0 0 1,15 * *",
    "5 4 * jan-mar sun",
    "0 0 * * 7",
    "0-30/10 1 * * *",
  ])("%s", (text) => {
    expect(isCron(text)).toBe(true);
  });

  test.each([
    "",
    "* * * *",
    "* * * * * *",
    "60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "* * * 13 *",
    "* * * * 8",
    "5-1 * * * *",
    "*/0 * * * *",
    "1/5 * * * *",
    "1,,2 * * * *",
    "@daily",
    "? * * * *",
  ])("is not: %s", (text) => {
    expect(isCron(text)).toBe(false);
  });
});

test("time zones are known by name", () => {
  expect(isTimeZone("Asia/Shanghai")).toBe(true);
  expect(isTimeZone("Mars/Olympus")).toBe(false);
});
