import { fail } from "../error/failure.ts";
import { DEPTH_LIMIT } from "../syntax/limits.ts";
import { compareValues } from "../value/compare.ts";
import type { FeelContext, FeelRange, FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import type { Place, Run } from "./run.ts";

/** Whether two values are the same; values of different kinds are not, and null equals null alone. */
export function equal(a: FeelValue, b: FeelValue, run: Run, place: Place, depth = 0): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (typeof a !== "object" && typeof b !== "object") return false;
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return false;
  if (depth > DEPTH_LIMIT) fail("too-deep", place.at, { limit: DEPTH_LIMIT });
  run.spend(1, place.at);
  switch (kind) {
    case "list": {
      const x = a as readonly FeelValue[];
      const y = b as readonly FeelValue[];
      return x.length === y.length && x.every((item, i) => equal(item, y[i] ?? null, run, place, depth + 1));
    }
    case "context": {
      const x = a as FeelContext;
      const y = b as FeelContext;
      const names = x.names();
      if (names.length !== y.names().length) return false;
      return names.every((name) => {
        const other = y.get(name);
        return other !== undefined && equal(x.get(name) ?? null, other, run, place, depth + 1);
      });
    }
    case "range": {
      const x = a as FeelRange;
      const y = b as FeelRange;
      return (
        x.single === y.single &&
        x.lowIncluded === y.lowIncluded &&
        x.highIncluded === y.highIncluded &&
        (x.low === undefined) === (y.low === undefined) &&
        (x.high === undefined) === (y.high === undefined) &&
        equal(x.low ?? null, y.low ?? null, run, place, depth + 1) &&
        equal(x.high ?? null, y.high ?? null, run, place, depth + 1)
      );
    }
    case "function":
      return false;
    default:
      return compareValues(a, b) === 0;
  }
}
