import type { FeelValue } from "@flowright/expressions";
import type { PreparedTable } from "../compile/prepared-table.ts";
import { problem } from "../problem/create-problem.ts";
import { sameValue } from "../table/value-of-type.ts";
import { aggregate } from "./aggregate.ts";
import { type Decided, type DecisionContext, failed, type InputValues, type Variables } from "./decided.ts";
import { inputValues } from "./input-values.ts";
import { matchingRules } from "./matching-rules.ts";
import { byPriority } from "./priority.ts";
import { combined, defaultResult, type RuleResult, ruleResults } from "./rule-results.ts";
import { valuesParam, valueText } from "./value-text.ts";

/** Decides by a table without problems. Nothing throws; what goes wrong is a problem that names rules and values. */
export function decide(table: PreparedTable, variables: Variables, context: DecisionContext): Decided {
  const values = inputValues(table.inputs, variables, context);
  if (!values.ok) return values;
  const rows = matchingRules(table, values.value, variables, context);
  if (!rows.ok) return rows;
  if (rows.value.length === 0) return nothing(table, values.value, variables, context);
  if (table.table.hitPolicy === "unique" && rows.value.length > 1) {
    return failed(several(table, rows.value, values.value));
  }
  const results = ruleResults(table, rows.value, variables, context);
  return results.ok ? byPolicy(table, results.value, values.value, context.now) : results;
}

/** Applies the hit policy to the results of the rules that match. */
function byPolicy(
  table: PreparedTable,
  results: readonly RuleResult[],
  values: InputValues,
  now: string,
): Decided {
  const { hitPolicy, aggregator = "list" } = table.table;
  switch (hitPolicy) {
    case "unique":
    case "first":
      return one(table, results);
    case "any":
      return agreed(table, results, values);
    case "priority":
      return one(table, byPriority(table.outputs, results));
    case "outputOrder":
      return list(table, byPriority(table.outputs, results));
    case "ruleOrder":
      return list(table, results);
    case "collect": {
      if (aggregator === "list") return list(table, results);
      const total = aggregate(aggregator, results, now);
      return total.ok
        ? { ok: true, match: "rules", value: total.value, rules: idsOf(table, results) }
        : total;
    }
  }
}

function one(table: PreparedTable, results: readonly RuleResult[]): Decided {
  const first = results.slice(0, 1);
  const value = combined(table, first[0]?.values ?? []);
  return { ok: true, match: "rules", value, rules: idsOf(table, first) };
}

function list(table: PreparedTable, results: readonly RuleResult[]): Decided {
  const value = results.map(({ values }) => combined(table, values));
  return { ok: true, match: "rules", value, rules: idsOf(table, results) };
}

/** Any: all rules that match, if they give the same. */
function agreed(table: PreparedTable, results: readonly RuleResult[], values: InputValues): Decided {
  const [first] = results;
  const other = results.find(
    (result) => !result.values.every((value, index) => sameValue(value, first?.values[index] ?? null)),
  );
  if (!first || !other) {
    const value = combined(table, first?.values ?? []);
    return { ok: true, match: "rules", value, rules: idsOf(table, results) };
  }
  const params = {
    rows: [first.row + 1, other.row + 1].join(", "),
    first: resultText(table, first),
    second: resultText(table, other),
    ...valuesParam(table, values),
  };
  return failed(
    problem("decision.results-differ", "/rules", { params, rules: idsOf(table, [first, other]) }),
  );
}

/**
 * No rule matches: the defaults, or an empty list, or nothing. DMN gives null for a list, too; "which of these
 * apply? none of them" is an answer, though, and not a hole in the table.
 */
function nothing(
  table: PreparedTable,
  values: InputValues,
  variables: Variables,
  context: DecisionContext,
): Decided {
  const { hitPolicy, aggregator = "list" } = table.table;
  const isList = givesList(table);
  if (hitPolicy === "collect" && aggregator === "count") {
    return { ok: true, match: "rules", value: 0, rules: [] };
  }
  const defaults = defaultResult(table, variables, context);
  if (!defaults.ok) return defaults;
  if (defaults.value) {
    const value: FeelValue = combined(table, defaults.value);
    return { ok: true, match: "default", value: isList ? [value] : value, rules: [] };
  }
  if (isList) return { ok: true, match: "rules", value: [], rules: [] };
  const found = problem("decision.none", "/rules", { params: valuesParam(table, values) });
  return { ok: true, match: "none", value: null, rules: [], problem: found };
}

/** Whether the hit policy gives a list of results. */
export function givesList({ table }: PreparedTable): boolean {
  const { hitPolicy, aggregator = "list" } = table;
  return (
    hitPolicy === "ruleOrder" ||
    hitPolicy === "outputOrder" ||
    (hitPolicy === "collect" && aggregator === "list")
  );
}

function several(table: PreparedTable, rows: readonly number[], values: InputValues) {
  const named = rows.slice(0, 10).map((row) => row + 1);
  const params = { rows: named.join(", "), ...valuesParam(table, values) };
  const rules = rows.map((row) => table.rules[row]?.rule.id ?? "");
  return problem("decision.several", "/rules", { params, rules });
}

function idsOf(table: PreparedTable, results: readonly RuleResult[]): string[] {
  return results.map(({ row }) => table.rules[row]?.rule.id ?? "");
}

function resultText(table: PreparedTable, { values }: RuleResult): string {
  return table.outputs.map(({ output }, index) => valueText(values[index] ?? null, output.type)).join(", ");
}
