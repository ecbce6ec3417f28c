import type { FieldTypes } from "@flowright/expressions";
import { problem } from "../problem/create-problem.ts";
import type { DecisionProblem } from "../problem/decision-problem.ts";
import { isNumeric } from "../table/column-type.ts";
import type { DecisionTable } from "../table/decision-table.ts";
import { PROBLEM_LIMIT } from "../table/limits.ts";
import { cellWords, inputWords, outputWords, type Words, wordsParam } from "../table/words.ts";
import { prepareInput } from "./prepare-input.ts";
import { prepareOutput, prepareResult } from "./prepare-output.ts";
import type { PreparedRule, PreparedTable } from "./prepared-table.ts";
import { scopeOf } from "./scope.ts";

const CONDITIONS = { en: "conditions", "zh-CN": "条件" };
const RESULTS = { en: "results", "zh-CN": "结果" };

/** Compiles every cell of a table of the right shape; what has a problem is null in its place. */
export function prepareTable(
  table: DecisionTable,
  types: FieldTypes | undefined,
): { prepared: PreparedTable; problems: DecisionProblem[] } {
  const problems: DecisionProblem[] = [...policyProblems(table), ...cellCountProblems(table)];
  const scope = scopeOf(table, types);
  const when: number[][] = table.rules.map(() => []);
  const inputs = table.inputs.map((input, index) =>
    prepareInput(input, index, table.rules, when, scope, problems),
  );
  const outputs = table.outputs.map((output, index) => prepareOutput(output, index, scope, problems));
  const rules = table.rules.map((rule, row): PreparedRule => {
    const cells = outputs.map((output, index) =>
      prepareResult(rule.then[index], output, row, index, scope, problems),
    );
    return {
      rule,
      when: when[row] ?? [],
      results: cells.map(({ expression }) => expression),
      constants: cells.map(({ constant }) => constant),
    };
  });
  return { prepared: { table, inputs, outputs, rules }, problems: problems.slice(0, PROBLEM_LIMIT) };
}

/** Rules that have other cells than the table has columns. Missing results are found where they are compiled. */
function cellCountProblems({ rules, inputs, outputs }: DecisionTable): DecisionProblem[] {
  return rules.flatMap((rule, row) => {
    const missing = inputs.slice(rule.when.length).map((input) => {
      const params = wordsParam("cell", cellWords(row, inputWords(input)));
      return problem("decision.cell-missing", `/rules/${row}/when`, { params, rules: [rule.id] });
    });
    return [
      ...missing,
      ...extraCells(rule.when.length, inputs.length, CONDITIONS, `/rules/${row}/when`, row, rule.id),
      ...extraCells(rule.then.length, outputs.length, RESULTS, `/rules/${row}/then`, row, rule.id),
    ];
  });
}

function extraCells(
  count: number,
  columns: number,
  what: Words,
  path: string,
  row: number,
  id: string,
): DecisionProblem[] {
  if (count <= columns) return [];
  const params = { row: row + 1, count, columns, ...wordsParam("what", what) };
  return [problem("decision.cell-extra", path, { params, rules: [id] })];
}

/** Whether the hit policy can work on these outputs. */
function policyProblems(table: DecisionTable): DecisionProblem[] {
  const { hitPolicy, aggregator = "list", outputs } = table;
  if (hitPolicy === "priority" || hitPolicy === "outputOrder") {
    if (!outputs.some((output) => output.values)) return [problem("decision.order-missing", "/hitPolicy")];
  }
  if (aggregator === "list") return [];
  const params = { aggregator };
  if (hitPolicy !== "collect") return [problem("decision.aggregator-misplaced", "/aggregator", { params })];
  const [output, ...others] = outputs;
  if (!output) return [];
  if (others.length > 0) {
    return [
      problem("decision.aggregator-outputs", "/aggregator", {
        params: { aggregator, count: outputs.length },
      }),
    ];
  }
  const works =
    aggregator === "count" || (aggregator === "sum" ? isNumeric(output.type) : output.type !== "boolean");
  if (works) return [];
  const type = { type: output.type, ...wordsParam("output", outputWords(output)) };
  return [problem("decision.aggregator-type", "/aggregator", { params: { ...params, ...type } })];
}
