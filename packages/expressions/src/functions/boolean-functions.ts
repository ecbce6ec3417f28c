import { equal } from "../operation/equality.ts";
import type { FeelDateTime, FeelFunction, FeelTime, FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import { builtIn, type Call, noResult } from "./built-in.ts";

/** not, is, and the choice of a value. */
export const booleanFunctions = [
  builtIn("not", "The opposite", "取反", ["negand: boolean", "boolean", ([value]) => !value]),
  builtIn("is", "Same kind and same value", "类型和值都相同", [
    "value1?: any, value2?: any",
    "boolean",
    ([a = null, b = null], call) =>
      kindOf(a) === kindOf(b) && sameZone(a, b) && (a === b || equal(a, b, call.run, call.place)),
  ]),
];

/** Calls a function value with these values; it must take as many. */
export function callWith(value: FeelValue, values: readonly FeelValue[], call: Call): FeelValue {
  const target = value as FeelFunction;
  if (target.parameters.length === values.length) return target.call(values);
  return noResult(
    call,
    `the function must have ${values.length} parameters`,
    `函数必须有 ${values.length} 个参数`,
  );
}

/** The same moment in another time zone is equal, but not the same. */
function sameZone(a: FeelValue, b: FeelValue): boolean {
  const kind = kindOf(a);
  if (kind !== "time" && kind !== "date and time") return true;
  const x = a as FeelTime | FeelDateTime;
  const y = b as FeelTime | FeelDateTime;
  return x.offset === y.offset && x.zone === y.zone;
}
