import type { At } from "../error/expression-error.ts";
import { fail } from "../error/failure.ts";
import { orderOf } from "../operation/comparing.ts";
import type { Code } from "../operation/run.ts";
import { depthOf } from "../syntax/sub-expressions.ts";
import type { FormalParameter, SyntaxOf } from "../syntax/syntax.ts";
import { conformsTo, isKind, NO_TYPES } from "../value/conforms.ts";
import { describe } from "../value/describe.ts";
import { contextOf } from "../value/feel-context.ts";
import type { FeelFunction, FeelTypes, FeelValue } from "../value/feel-value.ts";
import { KIND_EN, KIND_ZH } from "../value/kind-names.ts";
import { isList } from "../value/kind-of.ts";
import { type Compiler, placeOf, textOf } from "./compiler.ts";
import { nextSlot, type Scope, withLocal } from "./scope.ts";

export function compileList(compiler: Compiler, syntax: SyntaxOf<"list">, scope: Scope): Code {
  const items = syntax.items.map((item) => compiler.compile(item, scope));
  const { at } = syntax;
  return (run) => {
    run.spend(1 + items.length, at);
    return items.map((item) => item(run));
  };
}

/** `{a: 1, b: a + 1}`: every entry sees the ones before it, and a function itself. */
export function compileContext(compiler: Compiler, syntax: SyntaxOf<"context">, scope: Scope): Code {
  let inner = scope;
  const entries = syntax.entries.map(({ name, value }) => {
    const own = withLocal(inner, name);
    const code =
      value.kind === "function"
        ? compileFunction(compiler, value, own, own.slot)
        : compiler.compile(value, inner);
    inner = own;
    return { name, code, slot: own.slot };
  });
  const { at } = syntax;
  return (run) => {
    run.spend(1 + entries.length, at);
    const values = new Map<string, FeelValue>();
    for (const { name, code, slot } of entries) {
      const value = code(run);
      run.locals[slot] = value;
      values.set(name, value);
    }
    return contextOf(values);
  };
}

export function compileRange(compiler: Compiler, syntax: SyntaxOf<"range">, scope: Scope): Code {
  const low = compiler.compile(syntax.low, scope);
  const high = compiler.compile(syntax.high, scope);
  const { lowIncluded, highIncluded } = syntax;
  const place = placeOf(compiler, syntax);
  const sides = { left: textOf(compiler, syntax.low), right: textOf(compiler, syntax.high) };
  return (run) => {
    run.spend(1, place.at);
    const from = low(run);
    const to = high(run);
    orderOf("..", from, to, place, sides);
    return { kind: "range", low: from, high: to, lowIncluded, highIncluded };
  };
}

/** `function(a, b) body` keeps the local names it was made with; in the slot `self` it finds itself. */
export function compileFunction(
  compiler: Compiler,
  syntax: SyntaxOf<"function">,
  scope: Scope,
  self: number | null = null,
): Code {
  const { at } = syntax;
  const parameters = syntax.parameters.map((parameter) => parameter.name);
  const types = compiler.options.types ?? NO_TYPES;
  const parameterTypes = syntax.parameters.map((parameter) => parameter.type);
  const kept = nextSlot(scope);
  let inner = scope;
  for (const name of parameters) inner = withLocal(inner, name);
  const body = compiler.compile(syntax.body, inner);
  const name = textOf(compiler, syntax);
  const depth = depthOf(syntax.body);
  return (run) => {
    run.spend(1 + kept, at);
    const captured: FeelValue[] = Array.from({ length: kept }, (_, slot) => run.locals[slot] ?? null);
    const made: FeelFunction = {
      kind: "function",
      name,
      parameters,
      types: parameterTypes,
      call: (values) => {
        run.spend(1, at);
        if (values.length !== parameters.length) {
          fail("bad-call", at, { part: name, function: "function", signature: `(${parameters.join(", ")})` });
        }
        const given = values.map((value, i) => argumentFor(value, syntax.parameters[i], types, name, at));
        return run.within([...captured, ...given], at, depth, body);
      },
    };
    if (self !== null) captured[self] = made;
    return made;
  };
}

/** The argument of a parameter with a type: a list of one may stand for its element. */
function argumentFor(
  value: FeelValue,
  parameter: FormalParameter | undefined,
  types: FeelTypes,
  part: string,
  at: At,
): FeelValue {
  const type = parameter?.type;
  if (!type || conformsTo(value, type, types)) return value;
  if (isList(value) && value.length === 1) {
    const [only = null] = value;
    if (conformsTo(only, type, types)) return only;
  }
  return fail("bad-argument", at, {
    part,
    function: "function",
    name: parameter.name,
    wanted: isKind(type.name) ? KIND_EN[type.name] : type.name,
    wantedZh: isKind(type.name) ? KIND_ZH[type.name] : type.name,
    value: describe(value),
  });
}
