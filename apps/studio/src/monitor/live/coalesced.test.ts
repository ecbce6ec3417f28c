import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { coalesced } from "./coalesced.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a burst runs once, and what comes later runs again", () => {
  const run = vi.fn();
  const call = coalesced(run, 500);
  call();
  call();
  vi.advanceTimersByTime(499);
  call();
  expect(run).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(1);
  call();
  vi.advanceTimersByTime(500);
  expect(run).toHaveBeenCalledTimes(2);
});

test("nothing runs once it is cancelled", () => {
  const run = vi.fn();
  const call = coalesced(run, 500);
  call();
  call.cancel();
  vi.advanceTimersByTime(1000);
  expect(run).not.toHaveBeenCalled();
});
