import { compareFeel, compileExpression, type FeelValue, type Json, toJson } from "@flowright/expressions";
import { problem } from "../problem/create-problem.ts";
import type { Aggregator } from "../table/decision-table.ts";
import { failed, type Result } from "./decided.ts";
import type { RuleResult } from "./rule-results.ts";

const MONEY = { type: "string", format: "money" };
const SUM = compileExpression("sum(values)", { values: { type: "array", items: MONEY } });

/** The sum, least, greatest or number of the results of the matching rules, of which there is at least one. */
export function aggregate(
  aggregator: Exclude<Aggregator, "list">,
  results: readonly RuleResult[],
  now: string,
): Result<FeelValue> {
  if (aggregator === "count") return { ok: true, value: results.length };
  const values: FeelValue[] = [];
  for (const { row, values: own } of results) {
    const value = own[0] ?? null;
    if (value === null) {
      const params = { aggregator, row: row + 1 };
      return failed(problem("decision.aggregate-empty", `/rules/${row}/then/0`, { params }));
    }
    values.push(value);
  }
  const found = aggregator === "sum" ? sumOf(values, now) : extremeOf(values, aggregator === "min" ? -1 : 1);
  if (found !== undefined) return { ok: true, value: found };
  const rows = results.map(({ row }) => row + 1).join(", ");
  return failed(problem("decision.aggregate-failed", "/aggregator", { params: { aggregator, rows } }));
}

/** FEEL's own sum, so that decimals add up as everywhere else. */
function sumOf(values: readonly FeelValue[], now: string): FeelValue | undefined {
  const amounts: Json[] = [];
  for (const value of values) {
    const json = toJson(value, MONEY);
    if (!json.ok) return undefined;
    amounts.push(json.value);
  }
  const steps = 10 * (values.length + 100);
  const sum = SUM.ok ? SUM.expression.evaluate({ values: amounts }, { now, steps }) : undefined;
  return sum?.ok ? sum.value : undefined;
}

function extremeOf(values: readonly FeelValue[], sign: 1 | -1): FeelValue | undefined {
  let best = values[0];
  for (const value of values) {
    if (best === undefined) return undefined;
    const order = compareFeel(value, best);
    if (order === null) return undefined;
    if (order === sign) best = value;
  }
  return best;
}
