import { describe, expect, it } from "vitest";
import { EngineCopy, mutants, unfit } from "../mutants/engine-copy.ts";

describe("the defects that are seeded into the engine", () => {
  const all = mutants();

  it("break each of its rules, and name a test that notices", () => {
    const rules = new Set(all.map(({ name }) => Number(name.slice(0, 2))));
    expect([...rules].sort((a, b) => a - b)).toEqual(Array.from({ length: 14 }, (_, at) => at + 1));
    expect(all.filter(({ noticedBy }) => noticedBy === null)).toEqual([]);
  });

  it("still fit the engine as it is", () => {
    expect(unfit(all)).toEqual([]);
  });

  it("are noticed: the engine's test fails with one, and passes again without it", {
    timeout: 240_000,
  }, () => {
    const [one] = all.filter(({ name }) => name === "01-default-is-tried-first.patch");
    if (one?.noticedBy == null) throw new Error("The defect is gone");
    const { noticedBy } = one;
    const copy = new EngineCopy();
    try {
      expect(copy.with(one, () => copy.passes(noticedBy))).toBe(false);
      expect(copy.passes(noticedBy)).toBe(true);
    } finally {
      copy.remove();
    }
  });
});
