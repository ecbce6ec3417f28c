import { compareNumbers } from "../number/feel-number.ts";
import { inUtc } from "../temporal/moment.ts";
import type { DaysDuration, FeelDateTime, FeelNumber, FeelTime, FeelValue } from "./feel-value.ts";
import { type Kind, kindOf } from "./kind-of.ts";

/** Why two values have no order. */
export type NoOrder = "kinds" | "zones";

/** -1, 0 or 1; or why the values cannot be ordered. Neither value may be null. */
export function compareValues(a: FeelValue, b: FeelValue): number | NoOrder {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  const kind = kindOf(a);
  return kindOf(b) === kind ? compareSame(kind, a, b) : "kinds";
}

/** The order of two values of one kind; a time zone counts where there is one. */
function compareSame(kind: Kind, a: FeelValue, b: FeelValue): number | NoOrder {
  switch (kind) {
    case "number":
      return compareNumbers(a as FeelNumber, b as FeelNumber);
    case "string":
      return order(a as string, b as string);
    case "date":
      return order((a as { day: number }).day, (b as { day: number }).day);
    case "time":
      return compareMoments({ ...(a as FeelTime), day: 0 }, { ...(b as FeelTime), day: 0 });
    case "date and time":
      return compareMoments(a as FeelDateTime, b as FeelDateTime);
    case "days and time duration": {
      const x = a as DaysDuration;
      const y = b as DaysDuration;
      return order(x.ms, y.ms) || order(x.nanos, y.nanos);
    }
    case "years and months duration":
      return order((a as { months: number }).months, (b as { months: number }).months);
    default:
      return "kinds";
  }
}

type ZonedMoment = Pick<FeelDateTime, "day" | "nanos" | "offset">;

/** Moments are compared by the millisecond, as they are stored and as the TCK wants it. */
function compareMoments(a: ZonedMoment, b: ZonedMoment): number | NoOrder {
  if ((a.offset === null) !== (b.offset === null)) return "zones";
  const x = inUtc(a);
  const y = inUtc(b);
  return order(x.day, y.day) || order(Math.floor(x.nanos / 1_000_000), Math.floor(y.nanos / 1_000_000));
}

function order<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
