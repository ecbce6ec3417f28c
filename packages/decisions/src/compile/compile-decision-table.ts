import type { FieldType, FieldTypes } from "@flowright/expressions";
import { decide, givesList } from "../evaluate/decide.ts";
import type { Decided, DecisionContext, Variables } from "../evaluate/decided.ts";
import type { DecisionProblem } from "../problem/decision-problem.ts";
import { COLUMN_TYPES } from "../table/column-type.ts";
import type { DecisionTable } from "../table/decision-table.ts";
import { readTable } from "../table/read-table.ts";
import { prepareTable } from "./prepare-table.ts";
import type { PreparedTable } from "./prepared-table.ts";

/** A compiled table; it may be asked any number of times. */
export interface Decision {
  readonly table: DecisionTable;
  /** The variable paths that it reads, e.g. `[["order", "amount"]]`. */
  readonly reads: readonly (readonly string[])[];
  /** How the value is stored: `toJson(value, resultType)`. */
  readonly resultType: FieldType;
  /** Decides for stored variables. The same variables and time give the same decision. */
  evaluate(variables: Variables, context: DecisionContext): Decided;
}

export type CompiledDecision =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly problems: readonly DecisionProblem[] };

/**
 * Compiles a decision table over the variables of these types; without types they are those of the columns, and a
 * cell may read others that nothing is known of. A table may come from anywhere: whatever is wrong
 * with its shape or its cells is a problem with a place (JSON Pointer into the table), never an exception.
 */
export function compileDecisionTable(table: DecisionTable, types?: FieldTypes): CompiledDecision {
  const read = readTable(table);
  if (!read.ok) return read;
  const { prepared, problems } = prepareTable(read.table, types);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return { ok: false, problems: errors };
  return {
    ok: true,
    decision: {
      table: read.table,
      reads: readsOf(prepared),
      resultType: resultTypeOf(prepared),
      evaluate: (variables, context) => decide(prepared, variables, context),
    },
  };
}

function readsOf({ inputs, outputs, rules }: PreparedTable): string[][] {
  const parts = [
    ...inputs.flatMap(({ expression, tests, allowed }) => [expression, allowed, ...tests]),
    ...outputs.map((output) => output.default),
    ...rules.flatMap(({ results }) => results),
  ];
  const paths = parts.flatMap((part) => part?.reads ?? []);
  return [...new Map(paths.map((path) => [JSON.stringify(path), [...path]])).values()];
}

function resultTypeOf(table: PreparedTable): FieldType {
  const { hitPolicy, aggregator } = table.table;
  if (hitPolicy === "collect" && aggregator === "count") return { type: "integer" };
  const types = table.outputs.map(({ output }) => [output.name, COLUMN_TYPES[output.type].stored] as const);
  const only = types.length === 1 ? types[0]?.[1] : undefined;
  const one: FieldType = only ?? { type: "object", properties: Object.fromEntries(types) };
  return givesList(table) ? { type: "array", items: one } : one;
}
