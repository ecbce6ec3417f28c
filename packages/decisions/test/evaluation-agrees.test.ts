import { type Json, toJson } from "@flowright/expressions";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Aggregator, compileDecisionTable, type HitPolicy } from "../src/index.ts";
import {
  fieldTypes,
  matches,
  pointsOf,
  type RandomTable,
  randomTable,
  variablesOf,
  writtenTable,
} from "./random-table.ts";

const NOW = "2026-11-24T08:30:00Z";
/** The order of importance that random tables list. */
const IMPORTANCE = [3, 1, 2];

type Policy = readonly [hitPolicy: HitPolicy, aggregator?: Aggregator];
const POLICIES: Policy[] = [
  ["unique"],
  ["any"],
  ["priority"],
  ["first"],
  ["ruleOrder"],
  ["outputOrder"],
  ["collect"],
  ["collect", "sum"],
  ["collect", "min"],
  ["collect", "max"],
  ["collect", "count"],
];

/** What the table should decide, said as plainly as it can be. */
function expected(
  table: RandomTable,
  point: readonly Json[],
  [hitPolicy, aggregator = "list"]: Policy,
): unknown {
  const found: number[] = [];
  for (const { cells, result } of table.rules) {
    const answer = matches(cells, point);
    if (answer === "error") return "error";
    if (answer) found.push(result);
    if (answer && hitPolicy === "first") break;
  }
  const byImportance = found.toSorted((a, b) => IMPORTANCE.indexOf(a) - IMPORTANCE.indexOf(b));
  const [first] = found;
  const lists: Partial<Record<HitPolicy, number[]>> = { ruleOrder: found, outputOrder: byImportance };
  if (hitPolicy === "collect") {
    if (aggregator === "list") return found;
    if (aggregator === "count") return found.length;
  }
  if (lists[hitPolicy]) return lists[hitPolicy];
  if (first === undefined) return "none";
  switch (hitPolicy) {
    case "unique":
      return found.length === 1 ? first : "error";
    case "any":
      return found.every((result) => result === first) ? first : "error";
    case "priority":
      return byImportance[0];
    case "collect":
      if (aggregator === "sum") return found.reduce((sum, result) => sum + result);
      return aggregator === "min" ? Math.min(...found) : Math.max(...found);
    default:
      return first;
  }
}

test("a table decides what the plain reading of its hit policy says", () => {
  fc.assert(
    fc.property(
      randomTable,
      fc.constantFrom(...POLICIES),
      fc.infiniteStream(fc.nat()),
      (table, policy, picks) => {
        const [hitPolicy, aggregator] = policy;
        const written = { ...writtenTable(table, hitPolicy), ...(aggregator && { aggregator }) };
        const compiled = compileDecisionTable(written, fieldTypes(table));
        if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
        const points = pointsOf(table);
        for (let turn = 0; turn < 20; turn++) {
          const point = points[(picks.next().value ?? 0) % points.length] ?? [];
          const decided = compiled.decision.evaluate(variablesOf(point), { now: NOW });
          const stored = decided.ok ? toJson(decided.value, compiled.decision.resultType) : undefined;
          const answer = !decided.ok
            ? "error"
            : decided.match === "none"
              ? "none"
              : stored?.ok && stored.value;
          expect(answer).toEqual(expected(table, point, policy));
        }
      },
    ),
    { numRuns: 150 },
  );
});
