import { Failure } from "../error/failure.ts";
import { type Code, Run } from "../operation/run.ts";
import { subExpressions } from "../syntax/sub-expressions.ts";
import type { CompareOperator, Syntax } from "../syntax/syntax.ts";
import type { FeelRange, FeelValue } from "../value/feel-value.ts";
import { isList, kindOf } from "../value/kind-of.ts";
import type { UnaryTest } from "./unary-model.ts";

/** How much a constant of a cell may cost to compute. */
const CONSTANT_STEPS = 200;
const CLOCK = new Set(["now", "today"]);
const MIRRORED: Readonly<Record<CompareOperator, CompareOperator>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** What is known of the value under test: the kind of its field; undefined when nothing is. */
interface InputKind {
  readonly kind: string | undefined;
}

/** What a test accepts, for those who look for gaps and overlaps. `compile` compiles a part without names. */
export function modelOf(test: Syntax, input: InputKind, compile: (syntax: Syntax) => Code): UnaryTest[] {
  const constant = (syntax: Syntax): FeelValue | undefined => constantOf(syntax, compile);
  if (test.kind === "unary") return [comparison(test.operator, constant(test.value))];
  if (test.kind === "compare") {
    if (test.left.kind === "input") return [comparison(test.operator, constant(test.right))];
    if (test.right.kind === "input") return [comparison(MIRRORED[test.operator], constant(test.left))];
  }
  if (test.kind === "between" && test.of.kind === "input") {
    return [interval(constant(test.low), true, constant(test.high), true)];
  }
  if (test.kind === "in" && test.of.kind === "input") {
    return test.tests.flatMap((inner) => modelOf(inner, input, compile));
  }
  const value = constant(test);
  return value === undefined ? [{ type: "opaque" }] : ofValue(value, input);
}

function ofValue(value: FeelValue, input: InputKind): UnaryTest[] {
  const kind = kindOf(value);
  if (kind === "boolean" && input.kind !== "boolean") {
    if (input.kind === undefined) return [{ type: "opaque" }];
    return [{ type: value ? "any" : "never" }];
  }
  if (kind === "range") {
    const range = value as FeelRange;
    return [interval(range.low ?? null, range.lowIncluded, range.high ?? null, range.highIncluded)];
  }
  if (isList(value)) {
    if (input.kind === undefined || input.kind === "list") return [{ type: "opaque" }];
    return value.flatMap((item) => (isList(item) ? [{ type: "opaque" } as const] : ofItem(item)));
  }
  return ofItem(value);
}

function ofItem(value: FeelValue): UnaryTest[] {
  switch (kindOf(value)) {
    case "range":
      return ofValue(value, { kind: "any" });
    case "list":
    case "context":
    case "function":
      return [{ type: "opaque" }];
    default:
      return [{ type: "value", value }];
  }
}

function comparison(operator: CompareOperator, bound: FeelValue | undefined): UnaryTest {
  if (bound === undefined || isList(bound)) return { type: "opaque" };
  const [test = { type: "opaque" }] = ofItem(bound);
  if (test.type !== "value") return { type: "opaque" };
  switch (operator) {
    case "=":
      return test;
    case "!=":
      return { type: "not", tests: [test] };
    case "<":
    case "<=":
      return interval(null, false, bound, operator === "<=");
    case ">":
    case ">=":
      return interval(bound, operator === ">=", null, false);
  }
}

function interval(
  low: FeelValue | undefined,
  lowClosed: boolean,
  high: FeelValue | undefined,
  highClosed: boolean,
): UnaryTest {
  if (low === undefined || high === undefined || (low === null && high === null)) return { type: "opaque" };
  return { type: "interval", low, lowClosed, high, highClosed };
}

/** The value of an expression that reads nothing, not even the clock; undefined for any other. */
function constantOf(syntax: Syntax, compile: (syntax: Syntax) => Code): FeelValue | undefined {
  if (syntax.kind === "literal") return syntax.value;
  if (!isConstant(syntax)) return undefined;
  try {
    return compile(syntax)(new Run({}, { now: "", steps: CONSTANT_STEPS }));
  } catch (thrown) {
    if (thrown instanceof Failure) return undefined;
    throw thrown;
  }
}

function isConstant(syntax: Syntax): boolean {
  switch (syntax.kind) {
    case "name":
    case "input":
    case "for":
    case "quantified":
    case "filter":
    case "function":
    case "context":
      return false;
    case "call": {
      const [callee, ...values] = subExpressions(syntax);
      return callee?.kind === "name" && !CLOCK.has(callee.name) && values.every(isConstant);
    }
    default:
      return subExpressions(syntax).every(isConstant);
  }
}
