import { fail } from "../error/failure.ts";
import { describe } from "../value/describe.ts";
import type { FeelValue } from "../value/feel-value.ts";
import type { Place, Run } from "./run.ts";

/**
 * The value as a boolean; null and anything else is an error that quotes the sub-expression, or false where DMN's
 * nulls are wanted.
 */
export function mustBeBoolean(value: FeelValue, run: Run, place: Place): boolean {
  if (typeof value === "boolean") return value;
  return run.lenient ? false : notBoolean(value, place);
}

export function booleanOrNull(value: FeelValue, run: Run, place: Place): boolean | null {
  if (typeof value === "boolean" || value === null) return value;
  return run.lenient ? null : notBoolean(value, place);
}

function notBoolean(value: FeelValue, place: Place): never {
  return fail("not-boolean", place.at, { part: place.part, value: describe(value) });
}
