import type { Expression, FeelContext, FeelValue } from "@flowright/expressions";
import { isListed } from "../compile/prepare-output.ts";
import type { PreparedOutput, PreparedTable } from "../compile/prepared-table.ts";
import { cellProblem } from "../problem/cell-problem.ts";
import { problem } from "../problem/create-problem.ts";
import { isOfType } from "../table/value-of-type.ts";
import { cellWords, outputWords, type Words, wordsParam } from "../table/words.ts";
import { allOf, type DecisionContext, failed, type Result, type Variables } from "./decided.ts";
import { valueText } from "./value-text.ts";

/** The results of a matching rule, one per output. */
export interface RuleResult {
  readonly row: number;
  readonly values: readonly FeelValue[];
}

export function ruleResults(
  table: PreparedTable,
  rows: readonly number[],
  variables: Variables,
  context: DecisionContext,
): Result<RuleResult[]> {
  return allOf(rows, (row) => {
    const values = allOf(table.outputs, (output, index) => {
      const cell = cellWords(row, outputWords(output.output));
      const expression = table.rules[row]?.results[index] ?? null;
      return outputValue(expression, output, `/rules/${row}/then/${index}`, cell, variables, context);
    });
    return values.ok ? { ok: true, value: { row, values: values.value } } : values;
  });
}

/** The defaults of the outputs; null when none has one. */
export function defaultResult(
  table: PreparedTable,
  variables: Variables,
  context: DecisionContext,
): Result<FeelValue[] | null> {
  if (table.outputs.every((output) => output.default === null)) return { ok: true, value: null };
  return allOf(table.outputs, (output, index) => {
    const name = outputWords(output.output);
    const cell = { en: `Default of “${name.en}”`, "zh-CN": `“${name["zh-CN"]}”的默认结果` };
    return outputValue(output.default, output, `/outputs/${index}/default`, cell, variables, context);
  });
}

/** What a rule gives: the value of the only output, or a context of all. */
export function combined(table: PreparedTable, values: readonly FeelValue[]): FeelValue {
  if (table.outputs.length === 1) return values[0] ?? null;
  const entries = new Map(table.outputs.map(({ output }, index) => [output.name, values[index] ?? null]));
  const context: FeelContext = {
    kind: "context",
    get: (name) => entries.get(name),
    names: () => [...entries.keys()],
  };
  return context;
}

function outputValue(
  expression: Expression | null,
  { output, listed }: PreparedOutput,
  path: string,
  cell: Words,
  variables: Variables,
  context: DecisionContext,
): Result<FeelValue> {
  if (!expression) return { ok: true, value: null };
  const evaluated = expression.evaluate(variables, context);
  if (!evaluated.ok) return failed(cellProblem(evaluated.error, path, cell));
  const { value } = evaluated;
  const params = { value: valueText(value, output.type), ...wordsParam("cell", cell) };
  if (!isOfType(value, output.type)) {
    return failed(problem("decision.output-type", path, { params: { ...params, type: output.type } }));
  }
  if (!isListed(value, listed)) {
    const column = wordsParam("column", outputWords(output));
    return failed(problem("decision.output-not-allowed", path, { params: { ...params, ...column } }));
  }
  return { ok: true, value };
}
