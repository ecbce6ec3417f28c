import { compileExpression, type FieldTypes, type Json, toJson } from "../src/index.ts";

/** The time of every test. */
export const NOW = "2026-11-24T08:30:00Z";

/** The JSON of the result, or `error <code>`. */
export function resultOf(
  source: string,
  variables: Readonly<Record<string, Json>> = {},
  types?: FieldTypes,
  steps?: number,
): Json {
  const compiled = compileExpression(source, types);
  if (!compiled.ok) return `error ${compiled.error.code.replace("expression.", "")}`;
  const context = steps === undefined ? { now: NOW } : { now: NOW, steps };
  const evaluated = compiled.expression.evaluate(variables, context);
  if (!evaluated.ok) return `error ${evaluated.error.code.replace("expression.", "")}`;
  const json = toJson(evaluated.value);
  return json.ok ? json.value : `error ${json.error.code.replace("expression.", "")}`;
}
