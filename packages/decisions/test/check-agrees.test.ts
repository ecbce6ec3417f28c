import type { Json } from "@flowright/expressions";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Atom } from "../src/check/axis/axis.ts";
import type { Column } from "../src/check/axis/column.ts";
import { gapBoxes } from "../src/check/finding/gaps.ts";
import { hiddenIn } from "../src/check/finding/hidden-rules.ts";
import { forbiddenPairs } from "../src/check/finding/overlaps.ts";
import type { Box } from "../src/check/search/box.ts";
import { canMatch, type TableSpace, tableSpace } from "../src/check/table-space.ts";
import { prepareTable } from "../src/compile/prepare-table.ts";
import {
  checkDecisionTable,
  compileDecisionTable,
  type DecisionTable,
  type HitPolicy,
} from "../src/index.ts";
import {
  fieldTypes,
  matches,
  pointsOf,
  type RandomTable,
  randomTable,
  writtenTable,
} from "./random-table.ts";

const NOW = "2026-11-24T08:30:00Z";
const RUNS = { numRuns: 120 };

function spaceOf(table: RandomTable, hitPolicy: HitPolicy): TableSpace {
  const { prepared, problems } = prepareTable(writtenTable(table, hitPolicy), fieldTypes(table));
  expect(problems).toEqual([]);
  return tableSpace(prepared);
}

/** The place of a value on its axis, found by comparing numbers and texts and nothing of the search. */
function placeOf(column: Column, value: Json): number {
  if (value === null) return column.atoms.length;
  const own = column.atoms.findIndex((atom) => atom.kind === "value" && atom.value === value);
  return own >= 0
    ? own
    : column.atoms.findIndex((atom) => atom.kind === "other" || (atom.kind === "range" && lies(atom, value)));
}

function lies({ low, high }: Atom, value: Json): boolean {
  const at = positionOf(value);
  const from = low ? positionOf(low.value as Json) : Number.NEGATIVE_INFINITY;
  const to = high ? positionOf(high.value as Json) : Number.POSITIVE_INFINITY;
  return (low?.after ? at > from : at >= from) && (high?.after ? at <= to : at < to);
}

function positionOf(value: Json): number {
  if (typeof value === "string") return Date.parse(value) / 86_400_000;
  return typeof value === "object" ? (value as { day: number }).day : Number(value);
}

function isIn(box: Box, places: readonly number[]): boolean {
  return box.every((region, column) => {
    const place = places[column] ?? -1;
    for (let i = 0; i < region.length; i += 2) {
      if (place >= (region[i] ?? 0) && place <= (region[i + 1] ?? 0)) return true;
    }
    return false;
  });
}

function decisionOf(table: RandomTable | DecisionTable, types: RandomTable, hitPolicy: HitPolicy) {
  const written = "hitPolicy" in table ? table : writtenTable(table, hitPolicy);
  const compiled = compileDecisionTable(written, fieldTypes(types));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.decision;
}

test("the gaps are exactly the points that no rule takes, each told once", () => {
  fc.assert(
    fc.property(randomTable, (table) => {
      const space = spaceOf(table, "unique");
      const { boxes, complete } = gapBoxes(space);
      expect(complete).toBe(true);
      for (const point of pointsOf(table).filter((values) => !values.includes(null))) {
        const places = point.map((value, index) => placeOf(space.columns[index] as Column, value));
        const gaps = boxes.filter((box) => isIn(box, places)).length;
        expect(gaps, JSON.stringify(point)).toBe(
          Number(table.rules.every(({ cells }) => matches(cells, point) === false)),
        );
      }
    }),
    RUNS,
  );
});

test("the overlaps are exactly the pairs of rules with a common point", () => {
  fc.assert(
    fc.property(randomTable, (table) => {
      const { pairs, complete } = forbiddenPairs(spaceOf(table, "unique"), 100);
      expect(complete).toBe(true);
      const points = pointsOf(table);
      const wanted: string[] = [];
      for (const [second, b] of table.rules.entries()) {
        for (const [first, a] of table.rules.slice(0, second).entries()) {
          const common = points.some(
            (point) => matches(a.cells, point) === true && matches(b.cells, point) === true,
          );
          if (common) wanted.push(`${first} ${second}`);
        }
      }
      expect(pairs.map(({ first, second }) => `${first} ${second}`).sort()).toEqual(wanted.sort());
    }),
    RUNS,
  );
});

test("the rules that never count are exactly those that are never the first", () => {
  fc.assert(
    fc.property(randomTable, (table) => {
      const space = spaceOf(table, "first");
      const { hidden, complete } = hiddenIn(space);
      expect(complete).toBe(true);
      const reached = new Set<number>();
      for (const point of pointsOf(table)) {
        const answers = table.rules.map(({ cells }) => matches(cells, point));
        const first = answers.findIndex((answer) => answer !== false);
        if (answers[first] === true) reached.add(first);
      }
      const wanted = space.rules
        .filter((rule) => canMatch(rule) && !reached.has(rule.row))
        .map(({ row }) => row);
      expect(hidden.map(({ rule }) => rule.row)).toEqual(wanted);
    }),
    RUNS,
  );
});

test("the example of every gap decides nothing, the example of every overlap is refused", () => {
  fc.assert(
    fc.property(randomTable, fc.constantFrom<HitPolicy>("unique", "any"), (table, hitPolicy) => {
      const decision = decisionOf(table, table, hitPolicy);
      for (const { code, example, rules } of checkDecisionTable(decision.table, fieldTypes(table))) {
        if (!example) continue;
        const decided = decision.evaluate(example, { now: NOW });
        if (code === "decision.gap") expect(decided).toMatchObject({ ok: true, match: "none" });
        else {
          const pair = {
            ...decision.table,
            rules: decision.table.rules.filter(({ id }) => rules?.includes(id)),
          };
          const refused = decisionOf(pair, table, hitPolicy).evaluate(example, { now: NOW });
          const wanted = hitPolicy === "unique" ? "decision.several" : "decision.results-differ";
          expect(refused).toMatchObject({ ok: false, error: { code: wanted, rules } });
        }
      }
    }),
    RUNS,
  );
});
