import type { FieldTypes } from "@flowright/expressions";
import { describe, expect, test } from "vitest";
import {
  checkDecisionTable,
  compileDecisionTable,
  type DecisionTable,
  type HitPolicy,
} from "../src/index.ts";

const COLUMNS = 10;
const RULES = 2000;
const TYPES: FieldTypes = Object.fromEntries(
  Array.from({ length: COLUMNS }, (_, index) => [`n${index}`, { type: "number" }]),
);

function largeTable(hitPolicy: HitPolicy, cell: (row: number, column: number) => string): DecisionTable {
  return {
    hitPolicy,
    inputs: Object.keys(TYPES).map((name) => ({ id: name, expression: name, type: "number" })),
    outputs: [{ name: "result", type: "number", values: [0, 1, 2] }],
    rules: Array.from({ length: RULES }, (_, row) => ({
      id: `r${row}`,
      when: Object.keys(TYPES).map((_, column) => cell(row, column)),
      then: [String(row % 3)],
    })),
  };
}

/** Chance that is the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** 2,000 boxes that fill a space of 10 × 20 × 10 without gap and overlap; the other columns do not matter. */
function grid(row: number, column: number): string {
  const sides = [10, 20, 10];
  const place = [row % 10, Math.floor(row / 10) % 20, Math.floor(row / 200)][column];
  if (place === undefined) return "-";
  if (place === 0) return "< 1";
  return place === (sides[column] ?? 0) - 1 ? `>= ${place}` : `[${place}..${place + 1})`;
}

describe("a table of 2,000 rules over 10 columns is checked in bounded work", () => {
  test("that is complete and free of overlaps", () => {
    expect(checkDecisionTable(largeTable("unique", grid), TYPES)).toEqual([]);
  });

  test("of which one rule is missing", () => {
    const table = largeTable("unique", grid);
    const rules = table.rules.filter((_, row) => row !== 1234);
    expect(checkDecisionTable({ ...table, rules }, TYPES)).toMatchObject([
      { code: "decision.gap", example: { n0: 4, n1: 3, n2: 6 } },
    ]);
  });

  test.each<HitPolicy>(["unique", "first"])("of chance, under “%s”", (hitPolicy) => {
    const roll = dice(7);
    const table = largeTable(hitPolicy, () => {
      const low = roll(1000) / 10;
      return roll(3) === 0 ? "-" : `[${low}..${low + roll(500) / 10})`;
    });
    const found = checkDecisionTable(table, TYPES);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(150);
  });

  test("of which a column names very many values", () => {
    const table = largeTable("unique", (row, column) =>
      column > 0 ? "-" : Array.from({ length: 11 }, (_, index) => row * 100 + index).join(", "),
    );
    expect(checkDecisionTable(table, TYPES).map(({ code }) => code)).toEqual(["decision.not-checked"]);
  });
});

test("a search that cannot end says so: 250 rules over three of 50 yes-or-no columns each", () => {
  const roll = dice(3);
  const names = Array.from({ length: 50 }, (_, index) => `b${index}`);
  const rules = Array.from({ length: 250 }, (_, row) => {
    const when = names.map(() => "-");
    for (let asked = 0; asked < 3; asked++) when[roll(50)] = String(roll(2) === 0);
    return { id: `r${row}`, when, then: ["1"] };
  });
  const table: DecisionTable = {
    hitPolicy: "first",
    inputs: names.map((name) => ({ id: name, expression: name, type: "boolean" })),
    outputs: [{ name: "result", type: "number" }],
    rules,
  };
  const types = Object.fromEntries(names.map((name) => [name, { type: "boolean" }]));
  expect(checkDecisionTable(table, types).map(({ code }) => code)).toContain("decision.not-checked");
});

test("a large table still decides", () => {
  const compiled = compileDecisionTable(largeTable("unique", grid), TYPES);
  const values = Object.fromEntries(Object.keys(TYPES).map((name, index) => [name, index]));
  expect(
    compiled.ok &&
      compiled.decision.evaluate({ ...values, n0: 4, n1: 3, n2: 6 }, { now: "2026-11-24T08:00:00Z" }),
  ).toMatchObject({
    ok: true,
    rules: ["r1234"],
  });
});
