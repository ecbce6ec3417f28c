import { fail } from "../error/failure.ts";
import { numberText } from "../number/feel-number.ts";
import { DEPTH_LIMIT, TEXT_LIMIT } from "../syntax/limits.ts";
import { writeTemporal } from "../temporal/write-temporal.ts";
import type { FeelContext, FeelNumber, FeelRange, FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import type { Place, Run } from "./run.ts";

/** The text of a value as string() gives it; a text inside a list or context is quoted. */
export function textOfValue(value: FeelValue, run: Run, place: Place, depth = 0): string {
  run.spend(1, place.at);
  if (depth > DEPTH_LIMIT) fail("too-deep", place.at, { limit: DEPTH_LIMIT });
  const inner = (part: FeelValue): string => textOfValue(part, run, place, depth + 1);
  switch (kindOf(value)) {
    case "null":
      return "null";
    case "boolean":
      return String(value);
    case "string":
      return depth === 0 ? (value as string) : JSON.stringify(value);
    case "number":
      return paidFor(numberText(value as FeelNumber), run, place);
    case "list":
      return bounded((value as readonly FeelValue[]).map(inner).join(", "), "[", "]", place);
    case "context": {
      const context = value as FeelContext;
      const entries = context
        .names()
        .map((name) => `${entryName(name)}: ${inner(context.get(name) ?? null)}`);
      return bounded(entries.join(", "), "{", "}", place);
    }
    case "range": {
      const range = value as FeelRange;
      if (range.low === undefined) return `${range.highIncluded ? "<=" : "<"} ${inner(range.high ?? null)}`;
      if (range.high === undefined) return `${range.lowIncluded ? ">=" : ">"} ${inner(range.low)}`;
      const open = range.lowIncluded ? "[" : "(";
      return `${open}${inner(range.low)}..${inner(range.high)}${range.highIncluded ? "]" : ")"}`;
    }
    case "function":
      return "function";
    default:
      return writeTemporal(value as Parameters<typeof writeTemporal>[0]);
  }
}

/** Numbers with thousands of digits take long to write. */
function paidFor(text: string, run: Run, place: Place): string {
  if (text.length > 100) run.spend(Math.ceil(text.length / 50), place.at);
  return text;
}

function bounded(text: string, open: string, close: string, place: Place): string {
  if (text.length > TEXT_LIMIT) fail("too-large", place.at, { part: place.part, limit: TEXT_LIMIT });
  return open + text + close;
}

function entryName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : JSON.stringify(name);
}
