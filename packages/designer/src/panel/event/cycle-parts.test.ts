import { expect, test } from "vitest";
import { cycleOf, cycleParts } from "./cycle-parts.ts";

test.each(["R3/PT10M", "R/P1D", "R/2026-01-01T00:00:00Z/P1D", "R12/2026-01-01T00:00:00Z/P1M"])(
  "%s is taken apart and put together again",
  (cycle) => {
    const parts = cycleParts(cycle);
    expect(parts && cycleOf(parts)).toBe(cycle);
  },
);

test("a repetition that is half written stays editable, anything else is left as it is written", () => {
  expect(cycleParts("R/")).toEqual({ times: null, start: "", period: "" });
  expect(cycleParts("=policy.reminders")).toBeNull();
});
