import { expect, test, vi } from "vitest";
import { type BulkState, isOver, startBulkRun } from "./bulk-run.ts";

/** Items that end when the test says so. */
function held(items: readonly string[], atOnce: number) {
  const ends = new Map<string, { resolve(): void; reject(error: Error): void }>();
  const states: BulkState<string>[] = [];
  const act = (item: string) =>
    new Promise<void>((resolve, reject) => {
      ends.set(item, { resolve, reject });
    });
  const run = startBulkRun(items, act, (state) => states.push(state), atOnce);
  return { run, ends, begun: () => [...ends.keys()], last: () => states.at(-1) };
}

test("a few at a time have their turn, and each end begins the next", async () => {
  const { ends, begun, last } = held(["a", "b", "c", "d"], 2);
  expect(begun()).toEqual(["a", "b"]);
  ends.get("a")?.resolve();
  await vi.waitFor(() => expect(begun()).toEqual(["a", "b", "c"]));
  expect(last()).toMatchObject({ total: 4, done: 1, failed: [] });
});

test("what fails is told with its reason and does not keep the others from their turn", async () => {
  const { ends, begun, last } = held(["a", "b"], 1);
  ends.get("a")?.reject(new Error("ended before"));
  await vi.waitFor(() => expect(begun()).toEqual(["a", "b"]));
  ends.get("b")?.resolve();
  await vi.waitFor(() => expect(last()).toMatchObject({ done: 1 }));
  const state = last();
  expect(state?.failed.map(({ item, error }) => `${item}: ${(error as Error).message}`)).toEqual([
    "a: ended before",
  ]);
  expect(state !== undefined && isOver(state)).toBe(true);
});

test("a pause begins no more until it is over", async () => {
  const { run, ends, begun, last } = held(["a", "b", "c"], 1);
  run.pause();
  ends.get("a")?.resolve();
  await vi.waitFor(() => expect(last()).toMatchObject({ done: 1, paused: true }));
  expect(begun()).toEqual(["a"]);
  run.resume();
  expect(begun()).toEqual(["a", "b"]);
});
