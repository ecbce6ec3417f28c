import { fail } from "../error/failure.ts";
import { integerOf } from "../number/feel-number.ts";
import type { Code, Place } from "../operation/run.ts";
import { mustBeBoolean } from "../operation/truth.ts";
import type { SyntaxOf } from "../syntax/syntax.ts";
import { describe } from "../value/describe.ts";
import type { FeelNumber, FeelValue } from "../value/feel-value.ts";
import { isList, isNumber } from "../value/kind-of.ts";
import { type Compiler, placeOf } from "./compiler.ts";
import { type Scope, withItem } from "./scope.ts";

/** `list[condition]` keeps the elements that satisfy it; `list[n]` takes one, from the end when n < 0. */
export function compileFilter(compiler: Compiler, syntax: SyntaxOf<"filter">, scope: Scope): Code {
  const of = compiler.compile(syntax.of, scope);
  const inner = withItem(scope);
  const by = compiler.compile(syntax.by, inner);
  const place = placeOf(compiler, syntax.of);
  const byPlace = placeOf(compiler, syntax.by);
  const literal = syntax.by.kind === "literal" && isNumber(syntax.by.value) ? syntax.by.value : null;
  return (run) => {
    const list = listOf(of(run), place);
    if (literal !== null) return itemAt(list, literal, byPlace);
    const kept: FeelValue[] = [];
    for (const item of list) {
      run.spend(1, place.at);
      run.locals[inner.slot] = item;
      const found = by(run);
      if (isNumber(found)) return itemAt(list, found, byPlace);
      if (mustBeBoolean(found, run, byPlace)) kept.push(item);
    }
    return kept;
  };
}

function listOf(value: FeelValue, place: Place): readonly FeelValue[] {
  if (value === null) {
    return fail("wrong-operand", place.at, {
      part: place.part,
      value: describe(value),
      wanted: "list",
      wantedZh: "列表",
    });
  }
  return isList(value) ? value : [value];
}

function itemAt(list: readonly FeelValue[], index: FeelNumber, place: Place): FeelValue {
  const whole = integerOf(index);
  if (whole === null || whole === 0) {
    return fail("wrong-operand", place.at, {
      part: place.part,
      value: describe(index),
      wanted: "position (1 is the first, -1 the last)",
      wantedZh: "位置（1 为第一个，-1 为最后一个）",
    });
  }
  return list[whole > 0 ? whole - 1 : list.length + whole] ?? null;
}
