import { compareNumbers } from "../number/feel-number.ts";
import type { FeelNumber, FeelTime, FeelValue } from "./feel-value.ts";
import { type Kind, kindOf } from "./kind-of.ts";

/** Why two values have no order. */
export type NoOrder = "kinds" | "zones";

/** -1, 0 or 1; or why the values cannot be ordered. Neither value may be null. */
export function compareValues(a: FeelValue, b: FeelValue): number | NoOrder {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  const kind = kindOf(a);
  return kindOf(b) === kind ? compareSame(kind, a, b) : "kinds";
}

/** The number that orders a temporal value, in milliseconds or months; the zone counts where there is one. */
function compareSame(kind: Kind, a: FeelValue, b: FeelValue): number | NoOrder {
  switch (kind) {
    case "number":
      return compareNumbers(a as FeelNumber, b as FeelNumber);
    case "string":
      return order(a as string, b as string);
    case "date":
      return order((a as { day: number }).day, (b as { day: number }).day);
    case "time":
    case "date and time": {
      const x = a as FeelTime | { kind: "date and time"; local: number; offset: number | null };
      const y = b as typeof x;
      if ((x.offset === null) !== (y.offset === null)) return "zones";
      return order(instant(x), instant(y));
    }
    case "days and time duration":
      return order((a as { ms: number }).ms, (b as { ms: number }).ms);
    case "years and months duration":
      return order((a as { months: number }).months, (b as { months: number }).months);
    default:
      return "kinds";
  }
}

function instant(value: FeelTime | { kind: "date and time"; local: number; offset: number | null }): number {
  return (value.kind === "time" ? value.ms : value.local) - (value.offset ?? 0) * 60_000;
}

function order<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
