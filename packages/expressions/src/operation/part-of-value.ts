import { fail } from "../error/failure.ts";
import { DEPTH_LIMIT } from "../syntax/limits.ts";
import { temporalPart } from "../temporal/temporal-part.ts";
import { describe } from "../value/describe.ts";
import type { FeelContext, FeelRange, FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import type { Place, Run } from "./run.ts";

/** `value.name`: an entry, the entries of a list's elements, or a part of a date, time, duration or range. */
export function partOfValue(value: FeelValue, name: string, run: Run, place: Place, depth = 0): FeelValue {
  run.spend(1, place.at);
  if (depth > DEPTH_LIMIT) fail("too-deep", place.at, { limit: DEPTH_LIMIT });
  if (value === null) return null;
  const kind = kindOf(value);
  switch (kind) {
    case "context":
      return (value as FeelContext).get(name) ?? null;
    case "list": {
      const list = value as readonly FeelValue[];
      return list.map((item) => partOfValue(item, name, run, place, depth + 1));
    }
    case "range": {
      const part = partOfRange(value as FeelRange, name);
      if (part !== undefined) return part;
      break;
    }
    case "date":
    case "time":
    case "date and time":
    case "days and time duration":
    case "years and months duration": {
      const part = temporalPart(value as Parameters<typeof temporalPart>[0], name);
      if (part !== undefined) return part;
      break;
    }
  }
  return fail("no-entry", place.at, { part: place.part, value: describe(value), name });
}

function partOfRange(range: FeelRange, name: string): FeelValue | undefined {
  switch (name) {
    case "start":
      return range.low ?? null;
    case "end":
      return range.high ?? null;
    case "start included":
      return range.lowIncluded;
    case "end included":
      return range.highIncluded;
    default:
      return undefined;
  }
}
