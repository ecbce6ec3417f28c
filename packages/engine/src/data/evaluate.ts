import { type Expression, type FieldType, toJson } from "@flowright/expressions";
import type { Json, JsonObject } from "../contract/json.ts";
import type { Failure } from "../turn/incident.ts";

/** What expressions of one place see. */
export interface View {
  readonly variables: JsonObject;
  readonly now: string;
}

export type Evaluated<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

type Result = ReturnType<Expression["evaluate"]>;
type FeelValue = Extract<Result, { ok: true }>["value"];

/** Longest text of one value in an incident. */
const LONGEST_VALUE = 200;

function evaluate(expression: Expression, view: View): Evaluated<FeelValue> {
  const result = expression.evaluate(view.variables, { now: view.now });
  if (result.ok) return result;
  const { message } = result.error;
  return failed(expression, view, {
    code: "expression.failed",
    params: { reason: sentence(message.en, "."), "reason:zh-CN": sentence(message["zh-CN"], "。") },
  });
}

/** The value as JSON, in the text form of the field that takes it. */
export function evaluateJson(expression: Expression, view: View, type?: FieldType): Evaluated<Json> {
  const result = evaluate(expression, view);
  if (!result.ok) return result;
  const json = toJson(result.value, type);
  if (json.ok) return { ok: true, value: json.value as Json };
  const { message } = json.error;
  return failed(expression, view, {
    code: "expression.failed",
    params: { reason: sentence(message.en, "."), "reason:zh-CN": sentence(message["zh-CN"], "。") },
  });
}

/** True or false; anything else, null first of all, is a failure. */
export function evaluateCondition(expression: Expression, view: View): Evaluated<boolean> {
  const result = evaluate(expression, view);
  if (!result.ok) return result;
  if (typeof result.value === "boolean") return { ok: true, value: result.value };
  const json = toJson(result.value);
  const value = json.ok ? shown(json.value as Json) : "?";
  return failed(expression, view, { code: "condition.not-boolean", params: { value } });
}

/** Quotes the expression and the values that it read. */
function failed(expression: Expression, view: View, failure: Failure): { ok: false; failure: Failure } {
  const values = expression.reads
    .map((path) => `${path.join(".")} = ${shown(valueAt(view.variables, path))}`)
    .join(", ");
  return {
    ok: false,
    failure: {
      code: failure.code,
      params: {
        expression: expression.source,
        values: values === "" ? "none" : values,
        ...(values === "" ? { "values:zh-CN": "无" } : {}),
        ...failure.params,
      },
    },
  };
}

/** The value at a dotted path; undefined where a part is missing. */
export function valueAt(variables: JsonObject, path: readonly string[]): Json | undefined {
  let value: Json | undefined = variables;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as JsonObject)[name];
  }
  return value;
}

function shown(value: Json | undefined): string {
  const text = value === undefined ? "null" : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function sentence(text: string, stop: string): string {
  return /[.。!?！？]$/.test(text) ? text : text + stop;
}
