import { describe, expect, it } from "vitest";
import { tableOf, withoutRow, withRow } from "./table.ts";

describe("a table of rows by their ids", () => {
  it("is a copy, in the order of the ids, with nothing but the rows", () => {
    const rows = { 7: "seven", 900: "many" };
    const table = tableOf(rows);
    table[20] = "twenty";
    delete table[7];
    expect(rows).toEqual({ 7: "seven", 900: "many" });
    expect(JSON.stringify(table)).toBe('{"20":"twenty","900":"many"}');
    expect(Object.keys(tableOf({}))).toEqual([]);
  });

  it("gets rows and loses them without changing what it was made from", () => {
    const one = withRow(undefined, 900, "a");
    const two = withRow(one, 3, "b");
    expect(JSON.stringify([one, two])).toBe('[{"900":"a"},{"3":"b","900":"a"}]');
    expect(JSON.stringify(withRow(two, 3, "c"))).toBe('{"3":"c","900":"a"}');
    expect(withoutRow(two, 3)).toEqual({ 900: "a" });
    expect(withoutRow(two, 4)).toEqual(two);
    expect(withoutRow(one, 900)).toBeUndefined();
    expect(withoutRow(undefined, 900)).toBeUndefined();
  });

  it("keeps many rows, too", () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [at * 3, at]));
    expect(tableOf(many)).toEqual(many);
    expect(Object.keys(withoutRow(many, 3) ?? {})).toHaveLength(499);
  });

  it("costs the same whatever its ids are", () => {
    const cost = (id: number) => {
      let best = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 60; round++) {
        const before = performance.now();
        let rows = withRow(undefined, id, 0);
        for (let at = 0; at < 300; at++) rows = withRow(tableOf(rows), id, Object.keys(rows).length);
        best = Math.min(best, performance.now() - before);
      }
      return best;
    };
    cost(5);
    // As an object that is an array up to its highest key: some twenty times as much.
    expect(cost(900) / cost(5)).toBeLessThan(4);
  });
});
