import { Decimal as Base } from "decimal.js";
import { fail } from "../error/failure.ts";
import { Decimal } from "../number/decimal.ts";
import { fromDecimal, toDecimal, wholePart } from "../number/feel-number.ts";
import { outOfRange } from "../operation/arithmetic.ts";
import { negatedDuration } from "../temporal/moment.ts";
import type { DaysDuration, FeelNumber, FeelValue, MonthsDuration } from "../value/feel-value.ts";
import { type BuiltIn, builtIn, type Call, noResult } from "./built-in.ts";

/** Functions on numbers; all of them work on decimals. */
export const numberFunctions: readonly BuiltIn[] = [
  builtIn("decimal", "Rounded to a number of places (half even)", "保留小数位（四舍六入五成双）", [
    "n: number, scale: number",
    "number",
    ([n, scale], call) => round(n, scale, Base.ROUND_HALF_EVEN, call),
  ]),
  rounding("floor", "Rounded down", "向下取整", Base.ROUND_FLOOR),
  rounding("ceiling", "Rounded up", "向上取整", Base.ROUND_CEIL),
  rounding("round up", "Rounded away from zero", "远离零取整", Base.ROUND_UP),
  rounding("round down", "Rounded towards zero", "向零取整", Base.ROUND_DOWN),
  rounding("round half up", "Rounded, half away from zero", "四舍五入", Base.ROUND_HALF_UP),
  rounding("round half down", "Rounded, half towards zero", "五舍六入", Base.ROUND_HALF_DOWN),
  builtIn(
    "abs",
    "Without its sign",
    "绝对值",
    ["n: number", "number", ([n], call) => result(toDecimal(n as FeelNumber).abs(), call)],
    ["n: duration", "duration", ([n]) => absoluteDuration(n as DaysDuration | MonthsDuration)],
  ),
  builtIn("modulo", "Remainder of a division", "取余", [
    "dividend: number, divisor: number",
    "number",
    ([a, b], call) => modulo(a as FeelNumber, b as FeelNumber, call),
  ]),
  builtIn("sqrt", "Square root", "平方根", [
    "number: number",
    "number",
    ([n], call) => {
      call.run.spend(10, call.place.at);
      return result(toDecimal(n as FeelNumber).sqrt(), call);
    },
  ]),
  builtIn("log", "Natural logarithm", "自然对数", [
    "number: number",
    "number",
    ([n], call) => {
      call.run.spend(50, call.place.at);
      return result(toDecimal(n as FeelNumber).ln(), call);
    },
  ]),
  builtIn("exp", "Power of e", "e 的幂", [
    "number: number",
    "number",
    ([n], call) => {
      call.run.spend(50, call.place.at);
      const exponent = toDecimal(n as FeelNumber);
      return exponent.abs().gt(20_000) ? outOfRange(call.place) : result(exponent.exp(), call);
    },
  ]),
  builtIn("odd", "Whether a number is odd", "是否为奇数", [
    "number: number",
    "boolean",
    ([n]) =>
      toDecimal(n as FeelNumber)
        .mod(2)
        .abs()
        .eq(1),
  ]),
  builtIn("even", "Whether a number is even", "是否为偶数", [
    "number: number",
    "boolean",
    ([n]) =>
      toDecimal(n as FeelNumber)
        .mod(2)
        .isZero(),
  ]),
];

function rounding(name: string, en: string, zh: string, mode: Base.Rounding): BuiltIn {
  return builtIn(
    name,
    en,
    zh,
    ["n: number", "number", ([n], call) => round(n, 0, mode, call)],
    ["n: number, scale: number", "number", ([n, scale], call) => round(n, scale, mode, call)],
  );
}

function round(
  value: FeelValue | undefined,
  scale: FeelValue | undefined,
  mode: Base.Rounding,
  call: Call,
): FeelNumber {
  const places = wholePart(scale as FeelNumber);
  if (places === null || places < -6111 || places > 6176) {
    return noResult(call, "the number of places is out of range", "小数位数超出范围");
  }
  const number = toDecimal(value as FeelNumber);
  if (places >= 0) {
    return result(number.decimalPlaces() <= places ? number : number.toDecimalPlaces(places, mode), call);
  }
  const unit = new Decimal(10).pow(-places);
  return result(number.div(unit).toDecimalPlaces(0, mode).times(unit), call);
}

function modulo(a: FeelNumber, b: FeelNumber, call: Call): FeelNumber {
  const dividend = toDecimal(a);
  const divisor = toDecimal(b);
  if (divisor.isZero()) fail("division-by-zero", call.place.at, { part: call.place.part });
  const quotient = dividend.div(divisor);
  if (quotient.abs().gte("1e34")) return outOfRange(call.place);
  return result(dividend.minus(divisor.times(quotient.floor())), call);
}

function absoluteDuration(value: DaysDuration | MonthsDuration): FeelValue {
  if (value.kind === "days and time duration") return value.ms < 0 ? negatedDuration(value) : value;
  return { kind: "years and months duration", months: Math.abs(value.months) };
}

function result(value: Base, call: Call): FeelNumber {
  return fromDecimal(value) ?? outOfRange(call.place);
}
