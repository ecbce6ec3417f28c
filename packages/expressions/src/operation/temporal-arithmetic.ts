import type { Decimal } from "decimal.js";
import { fail } from "../error/failure.ts";
import { divide, fromDecimal, integerOf, toDecimal } from "../number/feel-number.ts";
import type { ArithmeticOperator } from "../syntax/syntax.ts";
import { addMonths, dayInCalendar } from "../temporal/calendar.ts";
import { between, dateTime, exactDuration, inUtc, later, type Moment } from "../temporal/moment.ts";
import { describe } from "../value/describe.ts";
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
      if (sizeOf(b).isZero()) fail("division-by-zero", place.at, { part: place.part });
      return fromDecimal(sizeOf(a).div(sizeOf(b))) ?? undefined;
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
          : later(dateTime(day, 0, null, null), duration, sign).day;
      return { kind: "date", day: inCalendar(moved, place) };
    }
    case "date and time": {
      const moment = value as FeelDateTime;
      if (duration.kind === "days and time duration") {
        const moved = later(moment, duration, sign);
        inCalendar(moved.day, place);
        return moved;
      }
      const day = inCalendar(addMonths(moment.day, sign * duration.months), place);
      return dateTime(day, moment.nanos, moment.offset, moment.zone);
    }
    case "time": {
      if (duration.kind !== "days and time duration") return undefined;
      const { nanos, offset, zone } = value as FeelTime;
      const moved = later(dateTime(0, nanos, null, null), duration, sign);
      return { kind: "time", nanos: moved.nanos, offset, zone };
    }
    default:
      return undefined;
  }
}

/** A date is its midnight in UTC when a date and time is taken from it, or it from one. */
function difference(a: FeelValue, b: FeelValue, place: Place): FeelValue | undefined {
  const x = momentOf(a);
  const y = momentOf(b);
  if (!x || !y || x.time !== y.time) return undefined;
  if (x.zoned !== y.zoned) {
    fail("mixed-zones", place.at, { part: place.part, left: describe(a), right: describe(b) });
  }
  return between(x, y) ?? fail("date-range", place.at, { part: place.part });
}

function momentOf(value: FeelValue): (Moment & { zoned: boolean; time: boolean }) | null {
  switch (kindOf(value)) {
    case "date":
      return { day: (value as FeelDate).day, nanos: 0, zoned: true, time: false };
    case "date and time": {
      const moment = value as FeelDateTime;
      return { ...inUtc(moment), zoned: moment.offset !== null, time: false };
    }
    case "time": {
      const { nanos, offset } = value as FeelTime;
      return { ...inUtc({ day: 0, nanos, offset }), zoned: offset !== null, time: true };
    }
    default:
      return null;
  }
}

function addDurations(a: Duration, b: Duration, sign: 1 | -1, place: Place): FeelValue | undefined {
  if (a.kind === "days and time duration" && b.kind === "days and time duration") {
    return exactDuration(a.ms + sign * b.ms, a.nanos + sign * b.nanos) ?? outOfDates(place);
  }
  if (a.kind === "years and months duration" && b.kind === "years and months duration") {
    return months(a.months + sign * b.months, place);
  }
  return undefined;
}

function scale(duration: Duration, by: FeelNumber, place: Place, divisor?: FeelNumber): FeelValue {
  const size = sizeOf(duration);
  const exact = (divisor === undefined ? size.times(toDecimal(by)) : size.div(toDecimal(divisor))).trunc();
  if (duration.kind === "years and months duration") return months(exact.toNumber(), place);
  const ms = exact.div(1_000_000).floor();
  return exactDuration(ms.toNumber(), exact.minus(ms.times(1_000_000)).toNumber()) ?? outOfDates(place);
}

function months(count: number, place: Place): MonthsDuration {
  const whole = integerOf(count + 0);
  return whole === null ? outOfDates(place) : { kind: "years and months duration", months: whole };
}

/** In nanoseconds or months. */
function sizeOf(duration: Duration): Decimal {
  if (duration.kind === "years and months duration") return toDecimal(duration.months);
  return toDecimal(duration.ms).times(1_000_000).plus(duration.nanos);
}

function outOfDates(place: Place): never {
  return fail("date-range", place.at, { part: place.part });
}

function inCalendar(day: number | null, place: Place): number {
  return day !== null && dayInCalendar(day) ? day : outOfDates(place);
}

function isDuration(value: FeelValue): value is Duration {
  const kind = kindOf(value);
  return kind === "days and time duration" || kind === "years and months duration";
}
