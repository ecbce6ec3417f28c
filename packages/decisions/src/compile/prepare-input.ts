import type { Expression, FeelValue, FieldType, FieldTypes, UnaryTests } from "@flowright/expressions";
import { cellProblem } from "../problem/cell-problem.ts";
import { problem } from "../problem/create-problem.ts";
import type { DecisionProblem } from "../problem/decision-problem.ts";
import { COLUMN_TYPES } from "../table/column-type.ts";
import type { ColumnType, DecisionInput, DecisionRule } from "../table/decision-table.ts";
import { listedValue } from "../table/value-of-type.ts";
import { cellWords, inputWords, type Words, wordsParam } from "../table/words.ts";
import type { PreparedInput } from "./prepared-table.ts";
import { expressionIn, type Scope, testsIn } from "./scope.ts";

interface Column {
  readonly scope: Scope;
  readonly carried: FieldType;
  readonly words: Words;
  readonly problems: DecisionProblem[];
}

/** Compiles a column of conditions. `when` receives for each rule the place of its cell among the tests. */
export function prepareInput(
  input: DecisionInput,
  index: number,
  rules: readonly DecisionRule[],
  when: number[][],
  scope: Scope,
  problems: DecisionProblem[],
): PreparedInput {
  const words = inputWords(input);
  const path = `/inputs/${index}`;
  const field = fieldOf(input.expression, scope.types);
  const carried = carriedType(input.type, field);
  const column: Column = { scope, carried, words, problems };
  const expression = compiledInput(input, `${path}/expression`, column);
  const { values } = input;
  return {
    input,
    expression,
    tests: cellsOf(index, rules, when, column),
    listed:
      typeof values === "object" ? listedValues(values, input.type, `${path}/values`, words, problems) : null,
    allowed: typeof values === "string" ? compiledTests(values, `${path}/values`, words, column) : null,
    choices: choicesOf(field, input.type),
  };
}

/** The values of a list, as expressions have them. */
export function listedValues(
  values: readonly (string | number | boolean)[],
  type: ColumnType,
  path: string,
  column: Words,
  problems: DecisionProblem[],
): FeelValue[] {
  return values.flatMap((json, index) => {
    const value = listedValue(json, type);
    if (value !== undefined) return [value];
    const params = { value: JSON.stringify(json).slice(0, 60), type, ...wordsParam("column", column) };
    problems.push(problem("decision.value-type", `${path}/${index}`, { params }));
    return [];
  });
}

function compiledInput(input: DecisionInput, path: string, column: Column): Expression | null {
  const { scope, words, problems } = column;
  const { compiled, errors } = expressionIn(scope, input.expression, COLUMN_TYPES[input.type].expected);
  problems.push(...errors.map((error) => cellProblem(error, path, words)));
  return compiled;
}

function cellsOf(
  index: number,
  rules: readonly DecisionRule[],
  when: number[][],
  column: Column,
): (UnaryTests | null)[] {
  const places = new Map<string, number>();
  const tests: (UnaryTests | null)[] = [];
  for (const [row, rule] of rules.entries()) {
    const source = (rule.when[index] ?? "").trim() || "-";
    let place = places.get(source);
    if (place === undefined) {
      place = tests.length;
      places.set(source, place);
      const cell = cellWords(row, column.words);
      tests.push(compiledTests(source, `/rules/${row}/when/${index}`, cell, column));
    }
    when[row]?.push(place);
  }
  return tests;
}

function compiledTests(source: string, path: string, cell: Words, column: Column): UnaryTests | null {
  const { compiled, errors } = testsIn(column.scope, source, column.carried);
  column.problems.push(...errors.map((error) => cellProblem(error, path, cell)));
  return compiled;
}

/** The field that a column looks at, where it looks at a plain field. */
function fieldOf(expression: string, types: FieldTypes): FieldType | undefined {
  let found: FieldType | undefined;
  let entries: FieldTypes | undefined = types;
  for (const name of expression.trim().split(".")) {
    found = entries && Object.hasOwn(entries, name) ? entries[name] : undefined;
    entries = found?.properties;
  }
  return found;
}

/** Texts with a known choice are checked against it, cell by cell. */
function carriedType(type: ColumnType, field: FieldType | undefined): FieldType {
  const { carried } = COLUMN_TYPES[type];
  if (type !== "string" || field?.type !== "string") return carried;
  return { ...carried, ...(field.enum && { enum: field.enum }), ...(field.oneOf && { oneOf: field.oneOf }) };
}

function choicesOf(field: FieldType | undefined, type: ColumnType): FeelValue[] | null {
  const choices = field?.enum ?? field?.oneOf?.map((choice) => choice.const);
  const values = choices?.flatMap((json) => listedValue(json, type) ?? []);
  return values && values.length > 0 ? values : null;
}
