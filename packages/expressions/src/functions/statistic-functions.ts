import {
  add,
  compareNumbers,
  divide,
  fromDecimal,
  multiply,
  subtract,
  toDecimal,
} from "../number/feel-number.ts";
import { outOfRange } from "../operation/arithmetic.ts";
import { temporalArithmetic } from "../operation/temporal-arithmetic.ts";
import { booleanOrNull } from "../operation/truth.ts";
import { compareValues } from "../value/compare.ts";
import type { FeelNumber, FeelValue } from "../value/feel-value.ts";
import { isNumber } from "../value/kind-of.ts";
import { type BuiltIn, builtIn, type Call, noResult, type ParameterKind } from "./built-in.ts";
import { pay } from "./list-functions.ts";

type List = readonly FeelValue[];

/** Totals, extremes and averages; each takes a list or the values themselves. */
export const statisticFunctions: readonly BuiltIn[] = [
  overList("sum", "Total", "求和", "any", (list, call) => sum(list, call)),
  overList("min", "Smallest", "最小值", "any", (list, call) => extreme(list, -1, call)),
  overList("max", "Largest", "最大值", "any", (list, call) => extreme(list, 1, call)),
  overList("product", "Product", "乘积", "number", (list, call) =>
    numbers(list, call).reduce((a, b) => multiply(a, b) ?? outOfRange(call.place), 1 as FeelNumber),
  ),
  overList("mean", "Average", "平均值", "number", (list, call) => mean(numbers(list, call), call)),
  overList("median", "Middle value", "中位数", "number", (list, call) => median(numbers(list, call), call)),
  overList("stddev", "Standard deviation", "标准差", "number", (list, call) =>
    deviation(numbers(list, call), call),
  ),
  overList("mode", "Most frequent values", "众数", "list", (list, call) =>
    list.length === 0 ? [] : mode(numbers(list, call)),
  ),
  overList("all", "Whether all are true", "是否全部为真", "boolean", (list, call) =>
    decide(list, false, call),
  ),
  overList("any", "Whether one is true", "是否有一个为真", "boolean", (list, call) =>
    decide(list, true, call),
  ),
];

function overList(
  name: string,
  en: string,
  zh: string,
  returns: ParameterKind,
  apply: (list: List, call: Call) => FeelValue,
): BuiltIn {
  const run = ([list]: List, call: Call): FeelValue => {
    pay(list as List, call);
    return apply(list as List, call);
  };
  return builtIn(name, en, zh, ["list: list", returns, run], ["...values: any", returns, run]);
}

function numbers(list: List, call: Call): FeelNumber[] {
  if (list.length === 0) noResult(call, "the list is empty", "列表为空");
  return list.map((item) =>
    isNumber(item) ? item : noResult(call, "the list has something that is no number", "列表中有非数字的值"),
  );
}

/** The total of numbers or of durations of one kind; of an empty list 0. */
function sum(list: List, call: Call): FeelValue {
  if (list.length === 0) return 0;
  return list.reduce((total, item) => {
    if (isNumber(total) && isNumber(item)) return add(total, item) ?? outOfRange(call.place);
    const longer = temporalArithmetic("+", total, item, call.place);
    return longer ?? noResult(call, "the elements cannot be added", "元素无法相加");
  });
}

function extreme(list: List, sign: 1 | -1, call: Call): FeelValue {
  const [first = null, ...rest] = list;
  if (first === null) return noResult(call, "there is no value", "没有值");
  return rest.reduce((best, item) => {
    const order = item === null ? "kinds" : compareValues(item, best);
    if (typeof order !== "number") return noResult(call, "the elements have no order", "元素无法比较");
    return order * sign > 0 ? item : best;
  }, first);
}

function mean(list: readonly FeelNumber[], call: Call): FeelNumber {
  const total = list.reduce((a, b) => add(a, b) ?? outOfRange(call.place));
  return divide(total, list.length) ?? outOfRange(call.place);
}

function median(list: readonly FeelNumber[], call: Call): FeelNumber {
  const sorted = [...list].sort(compareNumbers);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : mean([sorted[middle - 1] ?? 0, upper], call);
}

function deviation(list: readonly FeelNumber[], call: Call): FeelNumber {
  if (list.length < 2) return noResult(call, "at least two values are needed", "至少需要两个值");
  const average = mean(list, call);
  const squares = list.map((item) => {
    const distance = subtract(item, average) ?? outOfRange(call.place);
    return multiply(distance, distance) ?? outOfRange(call.place);
  });
  const total = squares.reduce((a, b) => add(a, b) ?? outOfRange(call.place));
  const variance = toDecimal(total).div(list.length - 1);
  return fromDecimal(variance.sqrt()) ?? outOfRange(call.place);
}

function mode(list: readonly FeelNumber[]): FeelNumber[] {
  const counts = new Map<string, { value: FeelNumber; count: number }>();
  for (const value of list) {
    const key = toDecimal(value).toString();
    const entry = counts.get(key) ?? { value, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  const most = Math.max(...[...counts.values()].map((entry) => entry.count));
  const modes = [...counts.values()].filter((entry) => entry.count === most).map((entry) => entry.value);
  return modes.sort(compareNumbers);
}

function decide(list: List, decisive: boolean, call: Call): boolean | null {
  let unknown = false;
  for (const item of list) {
    const value = booleanOrNull(item, call.run, call.place);
    if (value === null) unknown = true;
    else if (value === decisive) return decisive;
  }
  return unknown ? null : !decisive;
}
