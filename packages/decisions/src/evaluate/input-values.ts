import { type FeelValue, type Json, toJson } from "@flowright/expressions";
import type { PreparedInput } from "../compile/prepared-table.ts";
import { cellProblem } from "../problem/cell-problem.ts";
import { problem } from "../problem/create-problem.ts";
import { COLUMN_TYPES } from "../table/column-type.ts";
import { isOfType, sameValue } from "../table/value-of-type.ts";
import { inputWords, wordsParam } from "../table/words.ts";
import {
  allOf,
  type DecisionContext,
  failed,
  type InputValues,
  type Result,
  type Variables,
} from "./decided.ts";
import { valueText } from "./value-text.ts";

/** Computes the inputs and holds them against the types and values of their columns. */
export function inputValues(
  inputs: readonly PreparedInput[],
  variables: Variables,
  context: DecisionContext,
): Result<InputValues> {
  const read = allOf(inputs, (input, index) => inputValue(input, index, variables, context));
  if (!read.ok) return read;
  return {
    ok: true,
    value: { feel: read.value.map(({ feel }) => feel), carried: read.value.map(({ carried }) => carried) },
  };
}

function inputValue(
  column: PreparedInput,
  index: number,
  variables: Variables,
  context: DecisionContext,
): Result<{ feel: FeelValue; carried: Json }> {
  const { input, expression } = column;
  const path = `/inputs/${index}/expression`;
  const words = inputWords(input);
  const evaluated = expression?.evaluate(variables, context) ?? { ok: true as const, value: null };
  if (!evaluated.ok) return failed(cellProblem(evaluated.error, path, words));
  const feel = evaluated.value;
  const value = valueText(feel, input.type);
  const carried = toJson(feel, COLUMN_TYPES[input.type].carried);
  if (!carried.ok || !isOfType(feel, input.type)) {
    const params = { value, type: input.type, ...wordsParam("input", words) };
    return failed(problem("decision.input-type", path, { params }));
  }
  const allowed = isAllowed(column, `/inputs/${index}/values`, feel, carried.value, variables, context);
  if (!allowed.ok) return allowed;
  if (!allowed.value) {
    const params = { value, ...wordsParam("input", words) };
    return failed(problem("decision.input-not-allowed", path, { params }));
  }
  return { ok: true, value: { feel, carried: carried.value } };
}

/** A missing value is for the cells to judge. */
function isAllowed(
  { input, listed, allowed }: PreparedInput,
  path: string,
  feel: FeelValue,
  carried: Json,
  variables: Variables,
  context: DecisionContext,
): Result<boolean> {
  if (feel === null) return { ok: true, value: true };
  if (listed) return { ok: true, value: listed.some((one) => sameValue(one, feel)) };
  if (!allowed) return { ok: true, value: true };
  const result = allowed.matches(carried, variables, context);
  if (!result.ok) return failed(cellProblem(result.error, path, inputWords(input)));
  return { ok: true, value: result.value === true };
}
