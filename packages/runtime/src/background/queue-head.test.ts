import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queueHead } from "./queue-head.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const LATEST = new Date("2026-01-01T12:00:10.000Z");
const ALL = "0001-01-01T00:00:00.000Z";

/** Looks once, for so many milliseconds; gives the time from which on it looked. */
async function look(head: ReturnType<typeof queueHead>, took: number, latest: Date | null = LATEST) {
  return await head.look(async (from) => {
    vi.advanceTimersByTime(took);
    return { found: from, latest };
  });
}

it("looks at all of a queue as long as that is quick", async () => {
  const head = queueHead();
  expect(await look(head, 1)).toBe(ALL);
  expect(await look(head, 5)).toBe(ALL);
  expect(await look(head, 1)).toBe(ALL);
});

it("begins shortly before what was found last where looking at all is slow, and looks at all once a second", async () => {
  const head = queueHead();
  expect(await look(head, 40)).toBe(ALL);
  expect(await look(head, 1)).toBe("2026-01-01T12:00:05.000Z");
  // Nothing found: the head stays.
  expect(await look(head, 1, null)).toBe("2026-01-01T12:00:05.000Z");
  vi.advanceTimersByTime(900);
  expect(await look(head, 1, new Date("2026-01-01T12:00:11.000Z"))).toBe("2026-01-01T12:00:05.000Z");
  expect(await look(head, 1)).toBe("2026-01-01T12:00:06.000Z");
  vi.advanceTimersByTime(100);
  expect(await look(head, 1)).toBe(ALL);
  // What was in the way is cleared away.
  expect(await look(head, 1)).toBe(ALL);
});

it("looks at all again at once where something may be before the head", async () => {
  const head = queueHead();
  await look(head, 40);
  head.rewind();
  expect(await look(head, 40)).toBe(ALL);
  expect(await look(head, 1)).toBe("2026-01-01T12:00:05.000Z");
});

it("has no head before anything was found", async () => {
  const head = queueHead();
  expect(await look(head, 40, null)).toBe(ALL);
  expect(await look(head, 40, null)).toBe(ALL);
});
