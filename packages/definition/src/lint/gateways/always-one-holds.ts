import type { Field } from "../../generated/workflow.ts";
import type { ScopeVariables } from "../../model/with-fields.ts";
import { fieldAt } from "../data/field-at.ts";

type Value = string | number | boolean;

interface Comparison {
  readonly field: string;
  readonly operator: string;
  readonly value: Value;
}

const COMPARISON =
  /^\s*([\p{L}_][\p{L}\p{N}_.]*)\s*(=|!=|<=|>=|<|>)\s*("(?:[^"\\])*"|-?\d+(?:\.\d+)?|true|false)\s*$/u;
const PLAIN = /^\s*([\p{L}_][\p{L}\p{N}_.]*)\s*$/u;
const NEGATED = /^\s*not\s*\(\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\)\s*$/u;

/**
 * Whether one of the conditions holds whatever a field's value is: both answers of a yes/no field, every choice of
 * a list, number ranges without a gap. Looks at plain comparisons of one field with a constant only; a `false`
 * means "not shown". An empty field is left aside: it raises an incident of its own.
 */
export function alwaysOneHolds(conditions: readonly string[], variables: ScopeVariables): boolean {
  const comparisons = conditions.flatMap((source) => comparisonOf(source) ?? []);
  const byField = Map.groupBy(comparisons, ({ field }) => field);
  return [...byField].some(([path, group]) =>
    samplesOf(fieldAt(variables, path), group).every((sample) =>
      group.some((comparison) => holds(comparison, sample)),
    ),
  );
}

function comparisonOf(source: string): Comparison | null {
  const [, field, operator, constant] = COMPARISON.exec(source) ?? [];
  if (field && operator && constant) return { field, operator, value: constantOf(constant) };
  const plain = PLAIN.exec(source)?.[1];
  if (plain) return { field: plain, operator: "=", value: true };
  const negated = NEGATED.exec(source)?.[1];
  return negated ? { field: negated, operator: "=", value: false } : null;
}

function constantOf(constant: string): Value {
  if (constant.startsWith('"')) return constant.slice(1, -1);
  return constant === "true" || (constant === "false" ? false : Number(constant));
}

/** One value of each sort that the comparisons can tell apart. */
function samplesOf(field: Field | null, group: readonly Comparison[]): Value[] {
  const values = group.map(({ value }) => value);
  if (values.every((value) => typeof value === "boolean")) return [true, false];
  const choices = field?.oneOf?.map((choice) => choice.const) ?? field?.enum;
  if (choices) return choices;
  const numbers = values.filter((value) => typeof value === "number").sort((a, b) => a - b);
  if (numbers.length === values.length) {
    const between = numbers.slice(1).map((number, index) => (number + (numbers[index] ?? number)) / 2);
    return [(numbers[0] ?? 0) - 1, ...numbers, ...between, (numbers.at(-1) ?? 0) + 1];
  }
  return [...values, `${values.join("")} and more`];
}

function holds({ operator, value }: Comparison, sample: Value): boolean {
  if (operator === "=") return sample === value;
  if (operator === "!=") return sample !== value;
  if (typeof sample !== typeof value) return false;
  if (operator === "<") return sample < value;
  if (operator === "<=") return sample <= value;
  return operator === ">" ? sample > value : sample >= value;
}
