import { equal } from "../operation/equality.ts";
import type { FeelFunction, FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import { builtIn } from "./built-in.ts";

/** not, is, and the choice of a value. */
export const booleanFunctions = [
  builtIn("not", "The opposite", "取反", ["negand: boolean", "boolean", ([value]) => !value]),
  builtIn("is", "Same kind and same value", "类型和值都相同", [
    "value1: any, value2: any",
    "boolean",
    ([a = null, b = null], call) => kindOf(a) === kindOf(b) && (a === b || equal(a, b, call.run, call.place)),
  ]),
];

/** Calls a function value with as many of the values as it has parameters. */
export function callWith(value: FeelValue, values: readonly FeelValue[]): FeelValue {
  const target = value as FeelFunction;
  return target.call(values.slice(0, target.parameters.length));
}
