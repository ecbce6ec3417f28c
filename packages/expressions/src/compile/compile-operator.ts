import { fail } from "../error/failure.ts";
import { negate } from "../number/feel-number.ts";
import { calculate } from "../operation/arithmetic.ts";
import { compareBy, orderOf } from "../operation/comparing.ts";
import type { Code } from "../operation/run.ts";
import { booleanOrNull, mustBeBoolean } from "../operation/truth.ts";
import type { SyntaxOf } from "../syntax/syntax.ts";
import { negatedDuration } from "../temporal/moment.ts";
import { describe } from "../value/describe.ts";
import type { DaysDuration, FeelNumber, MonthsDuration } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import { type Compiler, placeOf, textOf } from "./compiler.ts";
import type { Scope } from "./scope.ts";

export function compileArithmetic(compiler: Compiler, syntax: SyntaxOf<"arithmetic">, scope: Scope): Code {
  const left = compiler.compile(syntax.left, scope);
  const right = compiler.compile(syntax.right, scope);
  const sides = { left: textOf(compiler, syntax.left), right: textOf(compiler, syntax.right) };
  const place = placeOf(compiler, syntax);
  const { operator } = syntax;
  return (run) => {
    run.spend(1, place.at);
    return calculate(operator, left(run), right(run), run, place, sides);
  };
}

export function compileNegation(compiler: Compiler, syntax: SyntaxOf<"negate">, scope: Scope): Code {
  const of = compiler.compile(syntax.of, scope);
  const place = placeOf(compiler, syntax);
  return (run) => {
    run.spend(1, place.at);
    const value = of(run);
    switch (kindOf(value)) {
      case "number":
        return negate(value as FeelNumber);
      case "days and time duration":
        return negatedDuration(value as DaysDuration);
      case "years and months duration":
        return { kind: "years and months duration", months: 0 - (value as MonthsDuration).months };
      default:
        return fail("wrong-operand", place.at, {
          part: place.part,
          value: describe(value),
          wanted: "number",
          wantedZh: "数字",
        });
    }
  };
}

export function compileComparison(compiler: Compiler, syntax: SyntaxOf<"compare">, scope: Scope): Code {
  const left = compiler.compile(syntax.left, scope);
  const right = compiler.compile(syntax.right, scope);
  const sides = { left: textOf(compiler, syntax.left), right: textOf(compiler, syntax.right) };
  const place = placeOf(compiler, syntax);
  const { operator } = syntax;
  return (run) => {
    run.spend(1, place.at);
    return compareBy(operator, left(run), right(run), run, place, sides);
  };
}

export function compileBetween(compiler: Compiler, syntax: SyntaxOf<"between">, scope: Scope): Code {
  const of = compiler.compile(syntax.of, scope);
  const low = compiler.compile(syntax.low, scope);
  const high = compiler.compile(syntax.high, scope);
  const place = placeOf(compiler, syntax);
  const name = textOf(compiler, syntax.of);
  const lowSides = { left: name, right: textOf(compiler, syntax.low) };
  const highSides = { left: name, right: textOf(compiler, syntax.high) };
  return (run) => {
    run.spend(1, place.at);
    const value = of(run);
    return (
      orderOf("between", value, low(run), place, lowSides) >= 0 &&
      orderOf("between", value, high(run), place, highSides) <= 0
    );
  };
}

/** Three-valued: null stays null unless the other side decides. The right side is read only when it matters. */
export function compileLogic(compiler: Compiler, syntax: SyntaxOf<"logic">, scope: Scope): Code {
  const left = compiler.compile(syntax.left, scope);
  const right = compiler.compile(syntax.right, scope);
  const leftPlace = placeOf(compiler, syntax.left);
  const rightPlace = placeOf(compiler, syntax.right);
  const decisive = syntax.operator === "or";
  return (run) => {
    run.spend(1, leftPlace.at);
    const a = booleanOrNull(left(run), run, leftPlace);
    if (a === decisive) return decisive;
    const b = booleanOrNull(right(run), run, rightPlace);
    if (b === decisive) return decisive;
    return a === null || b === null ? null : !decisive;
  };
}

export function compileIf(compiler: Compiler, syntax: SyntaxOf<"if">, scope: Scope): Code {
  const condition = compiler.compile(syntax.condition, scope);
  const then = compiler.compile(syntax.whenTrue, scope);
  const otherwise = compiler.compile(syntax.whenFalse, scope);
  const place = placeOf(compiler, syntax.condition);
  return (run) => {
    run.spend(1, place.at);
    return mustBeBoolean(condition(run), run, place) ? then(run) : otherwise(run);
  };
}
