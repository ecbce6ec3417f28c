import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { patiently } from "./patiently.ts";

const page = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("says once that a part does not come, asks again by itself and when the connection is back, and says that it came", async () => {
  const told = { late: vi.fn(), there: vi.fn() };
  let tries = 0;
  const fetched = patiently(async () => {
    tries++;
    if (tries < 4) throw new TypeError("Failed to fetch dynamically imported module");
    return "the part";
  }, told);
  await vi.advanceTimersByTimeAsync(0);
  expect([tries, told.late.mock.calls.length]).toEqual([1, 1]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(tries).toBe(2);
  page.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
  expect([tries, told.there.mock.calls.length]).toEqual([3, 0]);
  page.dispatchEvent(new Event("online"));
  expect(await fetched).toBe("the part");
  expect([told.late.mock.calls.length, told.there.mock.calls.length]).toEqual([1, 1]);
  expect(vi.getTimerCount()).toBe(0);
});

it("says nothing of a part that comes at once", async () => {
  const told = { late: vi.fn(), there: vi.fn() };
  expect(await patiently(async () => 1, told)).toBe(1);
  expect([told.late.mock.calls, told.there.mock.calls]).toEqual([[], []]);
});
