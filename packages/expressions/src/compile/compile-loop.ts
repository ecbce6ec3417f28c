import { fail } from "../error/failure.ts";
import { integerOf } from "../number/feel-number.ts";
import type { Code, Place, Run } from "../operation/run.ts";
import { booleanOrNull } from "../operation/truth.ts";
import { LIST_LIMIT } from "../syntax/limits.ts";
import type { Loop, SyntaxOf } from "../syntax/syntax.ts";
import { compareValues } from "../value/compare.ts";
import { describe } from "../value/describe.ts";
import type { FeelNumber, FeelRange, FeelValue } from "../value/feel-value.ts";
import { kindOf } from "../value/kind-of.ts";
import { type Compiler, placeOf } from "./compiler.ts";
import { type Scope, withLocal } from "./scope.ts";

/** Runs `visit` for every combination of the loops' values until it returns true. */
type Walk = (run: Run, visit: () => boolean) => boolean;

/** `for … return …`; the results so far are called `partial`. */
export function compileFor(compiler: Compiler, syntax: SyntaxOf<"for">, scope: Scope): Code {
  const partial = withLocal(scope, "partial");
  const { walk, inner } = compileLoops(compiler, syntax.loops, partial);
  const result = compiler.compile(syntax.result, inner);
  const place = placeOf(compiler, syntax);
  const usesPartial = compiler.source.includes("partial");
  return (run) => {
    const results: FeelValue[] = [];
    walk(run, () => {
      if (usesPartial) {
        run.spend(Math.ceil(results.length / 10), place.at);
        run.locals[partial.slot] = results.slice();
      }
      if (results.length >= LIST_LIMIT) fail("too-large", place.at, { part: place.part, limit: LIST_LIMIT });
      results.push(result(run));
      return false;
    });
    return results;
  };
}

/** `some … satisfies …` and `every … satisfies …`, three-valued like `or` and `and`. */
export function compileQuantified(compiler: Compiler, syntax: SyntaxOf<"quantified">, scope: Scope): Code {
  const { walk, inner } = compileLoops(compiler, syntax.loops, scope);
  const condition = compiler.compile(syntax.condition, inner);
  const place = placeOf(compiler, syntax.condition);
  const decisive = !syntax.every;
  return (run) => {
    let unknown = false;
    const decided = walk(run, () => {
      const holds = booleanOrNull(condition(run), run, place);
      unknown ||= holds === null;
      return holds === decisive;
    });
    if (decided) return decisive;
    return unknown ? null : !decisive;
  };
}

function compileLoops(
  compiler: Compiler,
  loops: readonly Loop[],
  scope: Scope,
): { walk: Walk; inner: Scope } {
  const [loop, ...rest] = loops;
  if (!loop) return { walk: (_run, visit) => visit(), inner: scope };
  const list = compiler.compile(loop.list, scope);
  const to = loop.to ? compiler.compile(loop.to, scope) : null;
  const place = placeOf(compiler, loop.list);
  const own = withLocal(scope, loop.name);
  const { walk, inner } = compileLoops(compiler, rest, own);
  return {
    inner,
    walk: (run, visit) => {
      const values = to ? valuesBetween(list(run), to(run), run, place) : valuesOf(list(run), run, place);
      for (const value of values) {
        run.spend(1, place.at);
        run.locals[own.slot] = value;
        if (walk(run, visit)) return true;
      }
      return false;
    },
  };
}

function valuesOf(value: FeelValue, run: Run, place: Place): Iterable<FeelValue> {
  if (value === null) return notIterable(value, place);
  switch (kindOf(value)) {
    case "list":
      return [...(value as readonly FeelValue[])];
    case "range": {
      const range = value as FeelRange;
      const low = range.low ?? null;
      const high = range.high ?? null;
      const order = low === null || high === null ? "kinds" : compareValues(low, high);
      if (typeof order === "number" && order > 0) return notIterable(value, place);
      const skipLow = !range.lowIncluded;
      const all = valuesBetween(low, high, run, place);
      return open(all, skipLow ? low : undefined, range.highIncluded ? undefined : high);
    }
    default:
      return [value];
  }
}

function* open(
  values: Iterable<FeelValue>,
  low: FeelValue | undefined,
  high: FeelValue | undefined,
): Generator<FeelValue> {
  for (const value of values) if (!sameBound(value, low) && !sameBound(value, high)) yield value;
}

function sameBound(value: FeelValue, bound: FeelValue | undefined): boolean {
  if (bound === undefined) return false;
  return value === bound || (kindOf(value) === "date" && dayOfDate(value) === dayOfDate(bound));
}

/** Whole numbers or days from one bound to the other, in either direction. */
function* valuesBetween(from: FeelValue, to: FeelValue, run: Run, place: Place): Generator<FeelValue> {
  const days = kindOf(from) === "date" && kindOf(to) === "date";
  const start = days ? dayOfDate(from) : wholeNumber(from, place);
  const end = days ? dayOfDate(to) : wholeNumber(to, place);
  const step = start <= end ? 1 : -1;
  for (let at = start; step > 0 ? at <= end : at >= end; at += step) {
    run.spend(1, place.at);
    yield days ? { kind: "date", day: at } : at;
  }
}

function dayOfDate(value: FeelValue): number {
  return (value as { readonly day: number }).day;
}

function wholeNumber(value: FeelValue, place: Place): number {
  const whole = kindOf(value) === "number" ? integerOf(value as FeelNumber) : null;
  return whole ?? notIterable(value, place);
}

function notIterable(value: FeelValue, place: Place): never {
  return fail("wrong-operand", place.at, {
    part: place.part,
    value: describe(value),
    wanted: "list",
    wantedZh: "列表",
  });
}
