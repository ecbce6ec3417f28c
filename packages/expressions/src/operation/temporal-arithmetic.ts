import { fail } from "../error/failure.ts";
import { divide, integerOf, toDecimal } from "../number/feel-number.ts";
import type { ArithmeticOperator } from "../syntax/syntax.ts";
import { addMonths, DAY, dayInRange } from "../temporal/calendar.ts";
import type {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelNumber,
  FeelTime,
  FeelValue,
  MonthsDuration,
} from "../value/feel-value.ts";
import { isNumber, kindOf } from "../value/kind-of.ts";
import type { Place } from "./run.ts";

type Duration = DaysDuration | MonthsDuration;

/** Arithmetic with dates, times and durations; undefined when the operator has no such meaning. */
export function temporalArithmetic(
  operator: ArithmeticOperator,
  a: FeelValue,
  b: FeelValue,
  place: Place,
): FeelValue | undefined {
  if (operator === "+") {
    if (isDuration(b)) return isDuration(a) ? addDurations(a, b, 1, place) : shift(a, b, 1, place);
    return isDuration(a) ? shift(b, a, 1, place) : undefined;
  }
  if (operator === "-") {
    if (isDuration(b)) return isDuration(a) ? addDurations(a, b, -1, place) : shift(a, b, -1, place);
    return difference(a, b, place);
  }
  if (operator === "*") {
    if (isDuration(a) && isNumber(b)) return scale(a, b, place);
    if (isNumber(a) && isDuration(b)) return scale(b, a, place);
    return undefined;
  }
  if (operator === "/" && isDuration(a)) {
    if (isNumber(b)) {
      if (toDecimal(b).isZero()) fail("division-by-zero", place.at, { part: place.part });
      return scale(a, divide(1, b) ?? 0, place, b);
    }
    if (isDuration(b) && a.kind === b.kind) {
      if (sizeOf(b) === 0) fail("division-by-zero", place.at, { part: place.part });
      return divide(sizeOf(a), sizeOf(b)) ?? undefined;
    }
  }
  return undefined;
}

function shift(value: FeelValue, duration: Duration, sign: 1 | -1, place: Place): FeelValue | undefined {
  switch (kindOf(value)) {
    case "date": {
      const { day } = value as FeelDate;
      const moved =
        duration.kind === "years and months duration"
          ? addMonths(day, sign * duration.months)
          : Math.floor((day * DAY + sign * duration.ms) / DAY);
      return { kind: "date", day: inCalendar(moved, place) };
    }
    case "date and time": {
      const { local, offset } = value as FeelDateTime;
      if (duration.kind === "days and time duration") {
        const moved = local + sign * duration.ms;
        inCalendar(Math.floor(moved / DAY), place);
        return { kind: "date and time", local: moved, offset };
      }
      const day = Math.floor(local / DAY);
      const moved = inCalendar(addMonths(day, sign * duration.months), place);
      return { kind: "date and time", local: moved * DAY + (local - day * DAY), offset };
    }
    case "time": {
      if (duration.kind !== "days and time duration") return undefined;
      const { ms, offset } = value as FeelTime;
      const moved = (ms + sign * duration.ms) % DAY;
      return { kind: "time", ms: moved < 0 ? moved + DAY : moved, offset };
    }
    default:
      return undefined;
  }
}

function difference(a: FeelValue, b: FeelValue, place: Place): FeelValue | undefined {
  const x = momentOf(a);
  const y = momentOf(b);
  if (!x || !y || x.time !== y.time) return undefined;
  if (x.zoned !== y.zoned && !x.date && !y.date) {
    fail("mixed-zones", place.at, { part: place.part, left: kindOf(a), right: kindOf(b) });
  }
  return { kind: "days and time duration", ms: x.ms - y.ms };
}

function momentOf(value: FeelValue): { ms: number; zoned: boolean; time: boolean; date: boolean } | null {
  switch (kindOf(value)) {
    case "date":
      return { ms: (value as FeelDate).day * DAY, zoned: true, time: false, date: true };
    case "date and time": {
      const { local, offset } = value as FeelDateTime;
      return { ms: local - (offset ?? 0) * 60_000, zoned: offset !== null, time: false, date: false };
    }
    case "time": {
      const { ms, offset } = value as FeelTime;
      return { ms: ms - (offset ?? 0) * 60_000, zoned: offset !== null, time: true, date: false };
    }
    default:
      return null;
  }
}

function addDurations(a: Duration, b: Duration, sign: 1 | -1, place: Place): FeelValue | undefined {
  if (a.kind !== b.kind) return undefined;
  return sized(a, sizeOf(a) + sign * sizeOf(b), place);
}

function scale(duration: Duration, by: FeelNumber, place: Place, divisor?: FeelNumber): FeelValue {
  const size = toDecimal(sizeOf(duration));
  const exact = divisor === undefined ? size.times(toDecimal(by)) : size.div(toDecimal(divisor));
  return sized(duration, exact.trunc().toNumber(), place);
}

function sized(like: Duration, size: number, place: Place): Duration {
  const whole = integerOf(size + 0);
  if (whole === null) return fail("date-range", place.at, { part: place.part });
  return like.kind === "days and time duration"
    ? { kind: like.kind, ms: whole }
    : { kind: like.kind, months: whole };
}

function sizeOf(duration: Duration): number {
  return duration.kind === "days and time duration" ? duration.ms : duration.months;
}

function inCalendar(day: number | null, place: Place): number {
  return day !== null && dayInRange(day) ? day : fail("date-range", place.at, { part: place.part });
}

function isDuration(value: FeelValue): value is Duration {
  const kind = kindOf(value);
  return kind === "days and time duration" || kind === "years and months duration";
}
