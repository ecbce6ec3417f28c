import { fail } from "../error/failure.ts";
import { describe } from "../value/describe.ts";
import type { FeelValue } from "../value/feel-value.ts";
import type { Place } from "./run.ts";

/** The value as a boolean; null and anything else is an error that quotes the sub-expression. */
export function mustBeBoolean(value: FeelValue, place: Place): boolean {
  return typeof value === "boolean" ? value : notBoolean(value, place);
}

export function booleanOrNull(value: FeelValue, place: Place): boolean | null {
  return typeof value === "boolean" || value === null ? value : notBoolean(value, place);
}

function notBoolean(value: FeelValue, place: Place): never {
  return fail("not-boolean", place.at, { part: place.part, value: describe(value) });
}
