import { expect, test } from "vitest";
import { type Sample, sampled, timeLeft } from "./time-left.ts";

const after = (...counts: number[]) =>
  counts.reduce<readonly Sample[]>((all, settled, at) => sampled(all, { at: at * 1_000, settled }), []);

test("what is left takes as long as what was done", () => {
  expect(timeLeft(after(0, 200, 400), 1_000)).toBe(5_000);
  expect(timeLeft(after(0), 1_000)).toBeNull();
  expect(timeLeft([], 1_000)).toBeNull();
});

test("only the last seconds count, and nothing before a pause", () => {
  const slowThenFast = after(0, 1, 2, 102, 202, 302, 402, 502, 602, 702, 802, 902, 1_002);
  expect(timeLeft(slowThenFast, 100)).toBe(1_000);
  expect(timeLeft(after(0, 200, 200, 200, 200, 200, 200, 200, 200), 100)).toBeNull();
});
