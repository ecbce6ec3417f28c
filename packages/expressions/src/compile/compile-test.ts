import { fail } from "../error/failure.ts";
import { compareBy, inRange, type Sides } from "../operation/comparing.ts";
import { equal } from "../operation/equality.ts";
import type { Code, Place, Run } from "../operation/run.ts";
import { subExpressions } from "../syntax/sub-expressions.ts";
import type { CompareOperator, Syntax, SyntaxOf } from "../syntax/syntax.ts";
import { isOfType, NO_TYPES, resolvedType } from "../value/conforms.ts";
import type { FeelRange, FeelType, FeelTypes, FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import { compileRange } from "./compile-data.ts";
import { type Compiler, placeOf, textOf } from "./compiler.ts";
import { attempt } from "./or-null.ts";
import { type Scope, withLocal } from "./scope.ts";

/** Whether a value passes a test. */
export type Test = (value: FeelValue, run: Run) => boolean;

/** `x in test` and `x in (test, …)`: true when one of the tests holds. */
export function compileIn(compiler: Compiler, syntax: SyntaxOf<"in">, scope: Scope): Code {
  const of = compiler.compile(syntax.of, scope);
  const place = placeOf(compiler, syntax);
  const inner = withLocal(scope, "?");
  const name = textOf(compiler, syntax.of);
  const tests = syntax.tests.map((test) => compileTest(compiler, test, inner, place, name));
  return (run) => {
    run.spend(1, place.at);
    const value = of(run);
    run.locals[inner.slot] = value;
    return run.lenient ? someOrNull(tests, value, run) : tests.some((test) => test(value, run));
  };
}

/** Whether one of the tests holds; null when none does but one has no result, for DMN's nulls. */
export function someOrNull(tests: readonly Test[], value: FeelValue, run: Run): boolean | null {
  let unknown = false;
  for (const test of tests) {
    const holds = attempt(run, () => test(value, run));
    if (holds) return true;
    unknown ||= holds === null;
  }
  return unknown ? null : false;
}

/** `> 5` on its own is the range above 5. */
export function compileUnary(compiler: Compiler, syntax: SyntaxOf<"unary">, scope: Scope): Code {
  const bound = compiler.compile(syntax.value, scope);
  const { operator } = syntax;
  if (operator === "!=") fail("unsupported", syntax.at, { what: operator });
  return (run) => {
    run.spend(1, syntax.at);
    return rangeOf(operator, bound(run));
  };
}

/** One test after `in` or in a cell; `name` is what the errors call the value. */
export function compileTest(
  compiler: Compiler,
  test: Syntax,
  scope: Scope,
  place: Place,
  name: string,
): Test {
  const sides = { left: name, right: textOf(compiler, test) };
  if (test.kind === "unary") {
    const bound = compiler.compile(test.value, scope);
    const { operator } = test;
    const named: Sides = { left: name, right: textOf(compiler, test.value) };
    return (value, run) => compareBy(operator, value, bound(run), run, place, named);
  }
  const code = test.kind === "range" ? compileRange(compiler, test, scope) : compiler.compile(test, scope);
  const asks = mentionsInput(test);
  return (value, run) => {
    const found = code(run);
    return asks && typeof found === "boolean" ? found : holds(value, found, run, place, sides);
  };
}

function holds(value: FeelValue, test: FeelValue, run: Run, place: Place, sides: Sides): boolean {
  run.spend(1, place.at);
  const kind = kindOf(test);
  if (kind === "range") {
    return kindOf(value) === "range"
      ? equal(value, test, run, place)
      : inRange(value, test as FeelRange, place, sides);
  }
  if (kind !== "list") return equal(value, test, run, place);
  const list = test as readonly FeelValue[];
  return (
    list.some((item) =>
      kindOf(item) === "range" && kindOf(value) !== "range"
        ? inRange(value, item as FeelRange, place, sides)
        : equal(value, item, run, place),
    ) ||
    (kindOf(value) === "list" && equal(value, test, run, place))
  );
}

function rangeOf(operator: CompareOperator, bound: FeelValue): FeelRange {
  if (operator === "=") {
    return { kind: "range", low: bound, high: bound, lowIncluded: true, highIncluded: true, single: true };
  }
  const included = operator === "<=" || operator === ">=";
  return {
    kind: "range",
    low: operator === "<" || operator === "<=" ? undefined : bound,
    high: operator === ">" || operator === ">=" ? undefined : bound,
    lowIncluded: included && operator !== "<=",
    highIncluded: included && operator !== ">=",
  };
}

/** Whether an expression speaks of `?`, the value under test. */
export function mentionsInput(syntax: Syntax): boolean {
  return syntax.kind === "input" || subExpressions(syntax).some(mentionsInput);
}

/** `x instance of type`; null is an instance of nothing but Null. */
export function compileInstance(compiler: Compiler, syntax: SyntaxOf<"instance">, scope: Scope): Code {
  const of = compiler.compile(syntax.of, scope);
  const { type, at } = syntax;
  const types = compiler.options.types ?? NO_TYPES;
  checkNamed(type, types, syntax);
  return (run) => {
    run.spend(1, at);
    const value = of(run);
    if (value === null) return resolvedType(type, types)?.name === "Null";
    return isOfType(value, type, { types, allowed: false, visit: () => run.spend(1, at) });
  };
}

function checkNamed(type: FeelType, types: FeelTypes, syntax: Syntax): void {
  if (!resolvedType(type, types)) fail("unsupported", syntax.at, { what: type.name });
  for (const inner of [type.element, type.returns, ...(type.parameters ?? [])]) {
    if (inner) checkNamed(inner, types, syntax);
  }
  for (const entry of type.entries) checkNamed(entry.type, types, syntax);
}
