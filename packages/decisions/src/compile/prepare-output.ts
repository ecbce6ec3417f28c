import { type Expression, type FeelValue, toJson } from "@flowright/expressions";
import { cellProblem } from "../problem/cell-problem.ts";
import { problem } from "../problem/create-problem.ts";
import type { DecisionProblem } from "../problem/decision-problem.ts";
import { COLUMN_TYPES } from "../table/column-type.ts";
import type { DecisionOutput } from "../table/decision-table.ts";
import { constantOf, sameValue } from "../table/value-of-type.ts";
import { cellWords, outputWords, type Words, wordsParam } from "../table/words.ts";
import { listedValues } from "./prepare-input.ts";
import type { PreparedOutput } from "./prepared-table.ts";
import { expressionIn, type Scope } from "./scope.ts";

/** A column of results, without its cells. */
export function prepareOutput(
  output: DecisionOutput,
  index: number,
  scope: Scope,
  problems: DecisionProblem[],
): PreparedOutput {
  const words = outputWords(output);
  const path = `/outputs/${index}`;
  const listed = output.values
    ? listedValues(output.values, output.type, `${path}/values`, words, problems)
    : null;
  const source = output.default;
  const column = { output, listed, default: null };
  if (source === undefined) return column;
  const cell = { en: `Default of “${words.en}”`, "zh-CN": `“${words["zh-CN"]}”的默认结果` };
  const { expression } = prepareCell(source, column, `${path}/default`, cell, scope, problems);
  return { ...column, default: expression };
}

/** The cell of a rule in a column of results. */
export function prepareResult(
  source: string | undefined,
  column: PreparedOutput,
  row: number,
  index: number,
  scope: Scope,
  problems: DecisionProblem[],
): { expression: Expression | null; constant: FeelValue | undefined } {
  const cell = cellWords(row, outputWords(column.output));
  if (source === undefined || source.trim() === "") {
    const path = source === undefined ? `/rules/${row}/then` : `/rules/${row}/then/${index}`;
    problems.push(problem("decision.cell-missing", path, { params: wordsParam("cell", cell) }));
    return { expression: null, constant: undefined };
  }
  return prepareCell(source, column, `/rules/${row}/then/${index}`, cell, scope, problems);
}

function prepareCell(
  source: string,
  { output, listed }: PreparedOutput,
  path: string,
  cell: Words,
  scope: Scope,
  problems: DecisionProblem[],
): { expression: Expression | null; constant: FeelValue | undefined } {
  // No value at all belongs to every type.
  const expected = source.trim() === "null" ? "any" : COLUMN_TYPES[output.type].expected;
  const { compiled, errors } = expressionIn(scope, source, expected);
  problems.push(...errors.map((error) => cellProblem(error, path, cell)));
  if (!compiled) return { expression: null, constant: undefined };
  const constant = constantOf(source, output.type);
  if (constant !== undefined && !isListed(constant, listed)) {
    const value = valueText(constant, output.type);
    const params = { value, ...wordsParam("cell", cell), ...wordsParam("column", outputWords(output)) };
    problems.push(problem("decision.output-not-allowed", path, { params }));
  }
  return { expression: compiled, constant };
}

/** Whether a result is one of those listed, if there is a list. */
export function isListed(value: FeelValue, listed: readonly FeelValue[] | null): boolean {
  return value === null || listed === null || listed.some((one) => sameValue(one, value));
}

function valueText(value: FeelValue, type: DecisionOutput["type"]): string {
  const json = toJson(value, COLUMN_TYPES[type].stored);
  return JSON.stringify(json.ok ? json.value : null).slice(0, 60);
}
