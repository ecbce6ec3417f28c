import { expect, it } from "vitest";
import { gatherReads } from "./gather-reads.ts";

/** A reader whose statements end when the test says so. */
function slowReader() {
  const statements: { readonly keys: readonly string[]; end(): void; fail(): void }[] = [];
  const read = gatherReads<string>(
    (keys) =>
      new Promise((resolve, reject) => {
        statements.push({
          keys,
          end: () =>
            resolve(new Map(keys.filter((key) => key !== "none").map((key) => [key, `row of ${key}`]))),
          fail: () => reject(new Error("the database is away")),
        });
      }),
  );
  return { read, statements };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it("begins with the next turn of the loop when idle, and gathers what is asked meanwhile", async () => {
  const { read, statements } = slowReader();
  const first = read("a");
  await settle();
  const others = [read("b"), read("none"), read("b")];
  expect(statements.map(({ keys }) => keys)).toEqual([["a"]]);
  statements[0]?.end();
  expect(await first).toBe("row of a");
  await settle();
  expect(statements.map(({ keys }) => keys)).toEqual([["a"], ["b", "none"]]);
  statements[1]?.end();
  expect(await Promise.all(others)).toEqual(["row of b", null, "row of b"]);
});

it("tells nobody what was read before it was asked", async () => {
  const { read, statements } = slowReader();
  const before = read("a");
  await settle();
  const after = read("a");
  statements[0]?.end();
  expect(await before).toBe("row of a");
  await settle();
  expect(statements).toHaveLength(2);
  statements[1]?.end();
  expect(await after).toBe("row of a");
});

it("lets those hear of a failure who asked in it, and goes on", async () => {
  const { read, statements } = slowReader();
  const failed = read("a");
  await settle();
  const next = read("b");
  statements[0]?.fail();
  await expect(failed).rejects.toThrow("the database is away");
  await settle();
  statements[1]?.end();
  expect(await next).toBe("row of b");
});

it("takes 200 keys at most in one statement", async () => {
  const { read, statements } = slowReader();
  const all = Array.from({ length: 402 }, (_, index) => read(`k${index}`));
  for (let round = 0; round < 3; round++) {
    await settle();
    statements[round]?.end();
  }
  expect((await Promise.all(all)).at(-1)).toBe("row of k401");
  expect(statements.map(({ keys }) => keys.length)).toEqual([200, 200, 2]);
});
