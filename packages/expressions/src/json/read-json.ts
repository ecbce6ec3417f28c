import type { ExpressionError } from "../error/expression-error.ts";
import { Failure } from "../error/failure.ts";
import type { FeelValue } from "../value/feel-value.ts";
import type { FieldType } from "./field-type.ts";
import { fromJsonOf } from "./from-json.ts";
import type { Json } from "./json.ts";

/** The FEEL value of JSON that is stored for a field of this type: the opposite of `toJson`. */
export function readJson(
  json: Json,
  type?: FieldType,
): { ok: true; value: FeelValue } | { ok: false; error: ExpressionError } {
  try {
    return { ok: true, value: fromJsonOf(type)(json, "value") };
  } catch (thrown) {
    if (thrown instanceof Failure) return { ok: false, error: thrown.error };
    throw thrown;
  }
}
