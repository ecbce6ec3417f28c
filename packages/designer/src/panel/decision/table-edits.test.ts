import { checkDecisionTable } from "@flowright/decisions";
import type { DecisionTable } from "@flowright/definition";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cellFor,
  movedColumn,
  movedRule,
  withCells,
  withInput,
  withOutput,
  withoutColumn,
  withoutRule,
  withRule,
} from "./table-edits.ts";

const TABLE: DecisionTable = {
  hitPolicy: "first",
  inputs: [{ id: "amount", expression: "amount", type: "number" }],
  outputs: [{ name: "level", type: "string" }],
  rules: [
    { id: "rule_1", when: ["< 100"], then: ['"low"'] },
    { id: "rule_2", when: ["-"], then: ['"high"'] },
  ],
};

test("rows pasted from a spreadsheet run over into the results and make the rules that are missing", () => {
  const made = withCells(TABLE, { rule: 1, side: "when", column: 0 }, [
    ["< 500", '"middle"', "beyond the table"],
    ["-", '"high"'],
  ]);
  expect(made.rules.map(({ when, then }) => [...when, ...then])).toEqual([
    ["< 100", '"low"'],
    ["< 500", '"middle"'],
    ["-", '"high"'],
  ]);
});

test("the last column of each side stays", () => {
  expect(withoutColumn(TABLE, "when", 0)).toBe(TABLE);
  expect(withoutColumn(TABLE, "then", 0)).toBe(TABLE);
});

test("a gap that is told can be closed with one rule", () => {
  const gappy: DecisionTable = { ...TABLE, hitPolicy: "unique", rules: TABLE.rules.slice(0, 1) };
  const gap = checkDecisionTable(gappy).find(({ code }) => code === "decision.gap");
  const value = gap?.example?.["amount"];
  expect(withRule(gappy, 0, { amount: cellFor(value, "number") }).rules[1]?.when).toEqual(["100"]);
});

const edit = fc.tuple(fc.nat(8), fc.nat(5), fc.boolean());

test("whatever is done, each rule has a cell per column and ids stay unique", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const made = edits.reduce((table, [what, at, up]) => {
        const by = up ? 1 : -1;
        const side = up ? "when" : "then";
        const edited = [
          () => withRule(table, at % (table.rules.length + 1)),
          () => withoutRule(table, at),
          () => movedRule(table, at, by),
          () => withInput(table),
          () => withOutput(table),
          () => withoutColumn(table, side, at),
          () => movedColumn(table, side, at, by),
          () => withCells(table, { rule: at, side, column: 0 }, [["1", "2", "3", "4"]]),
        ][what % 8];
        return edited?.() ?? table;
      }, TABLE);
      for (const { when, then } of made.rules) {
        expect(when).toHaveLength(made.inputs.length);
        expect(then).toHaveLength(made.outputs.length);
      }
      const ids = [
        made.inputs.map(({ id }) => id),
        made.outputs.map(({ name }) => name),
        made.rules.map(({ id }) => id),
      ];
      for (const list of ids) expect(new Set(list).size).toBe(list.length);
    }),
    { numRuns: 60 },
  );
});
