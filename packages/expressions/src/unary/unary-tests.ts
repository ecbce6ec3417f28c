import { Checker, NO_NAMES } from "../check/checker.ts";
import { inferTest, inferWith } from "../check/infer.ts";
import { type StaticType, typeOfField } from "../check/static-type.ts";
import type { CompileOptions } from "../compile/compile-options.ts";
import { compilerFor } from "../compile/compile-syntax.ts";
import { compileTest, mentionsInput, someOrNull, type Test } from "../compile/compile-test.ts";
import type { Compiler } from "../compile/compiler.ts";
import { withLocal } from "../compile/scope.ts";
import type { ExpressionError } from "../error/expression-error.ts";
import { Failure } from "../error/failure.ts";
import type { FieldType, FieldTypes } from "../json/field-type.ts";
import { fromJsonOf } from "../json/from-json.ts";
import type { Json } from "../json/json.ts";
import type { EvaluationContext } from "../operation/evaluation-context.ts";
import { type Place, Run } from "../operation/run.ts";
import { parserFor } from "../syntax/feel-parser.ts";
import { parseTests, type TestsSyntax } from "../syntax/parse-source.ts";
import type { Syntax } from "../syntax/syntax.ts";
import { shorten } from "../value/describe.ts";
import type { FeelValue } from "../value/feel-value.ts";
import { modelOf } from "./model-of.ts";
import type { UnaryTestModel } from "./unary-model.ts";

/** Whether the tests hold; null only under `nulls: "dmn"`. */
type Matched =
  | { readonly ok: true; readonly value: boolean | null }
  | { readonly ok: false; readonly error: ExpressionError };

/** The compiled tests of an input cell; they may be asked any number of times. */
export interface UnaryTests {
  readonly source: string;
  /** The variable paths they read, e.g. `[["policy", "leadAbove"]]`; the value under test is not among them. */
  readonly reads: readonly (readonly string[])[];
  /** For analysis without values: gaps, overlaps, values that no rule takes. */
  readonly parsed: UnaryTestModel;
  /** Whether the value passes. `input` is stored JSON and converted by the type of the input. */
  matches(
    input: Json,
    variables: { readonly [name: string]: Json | undefined },
    context: EvaluationContext,
  ): Matched;
  /** The same for an input that is a FEEL value already. */
  accepts(
    input: FeelValue,
    variables: { readonly [name: string]: Json | undefined },
    context: EvaluationContext,
  ): Matched;
}

/**
 * Compiles the unary tests of DMN, the text of an input cell of a decision table: `-`, `"a", "b"`, `< 10`,
 * `[1..5)`, `not("a", "b")`, `? > limit and ? < 2 * limit`, `contains(?, "x")`. Variables are converted by
 * `types` and the value under test by `input` when they are read.
 */
export function compileUnaryTests(
  source: string,
  types?: FieldTypes,
  input?: FieldType,
  options: CompileOptions = {},
): { ok: true; tests: UnaryTests } | { ok: false; error: ExpressionError } {
  const parsed = parseTests(source, parserFor(types, options.names));
  if (!parsed.ok) return parsed;
  try {
    return { ok: true, tests: compiledTests(source, parsed.syntax, types, input, options) };
  } catch (thrown) {
    if (thrown instanceof Failure) return { ok: false, error: thrown.error };
    throw thrown;
  }
}

function compiledTests(
  source: string,
  syntax: TestsSyntax,
  types: FieldTypes | undefined,
  input: FieldType | undefined,
  options: CompileOptions,
): UnaryTests {
  const type = typeOfField(input);
  const { compiler, reads } = compilerFor(source, types, moneyTextsIn(source, syntax, types, type), options);
  const matches = testsFor(compiler, syntax, type);
  const fromJson = fromJsonOf(input);
  const lenient = options.nulls === "dmn";
  const ask = (
    read: () => FeelValue,
    variables: { readonly [name: string]: Json | undefined },
    context: EvaluationContext,
  ): Matched => {
    try {
      const run = new Run(variables, context, lenient);
      const value = read();
      run.locals[0] = value;
      return { ok: true, value: matches(value, run) };
    } catch (thrown) {
      if (thrown instanceof Failure) return { ok: false, error: thrown.error };
      throw thrown;
    }
  };
  return {
    source,
    reads: reads(),
    parsed: parsedModel(syntax, type, compiler),
    matches: (json, variables, context) => ask(() => fromJson(json, "?"), variables, context),
    accepts: (value, variables, context) => ask(() => value, variables, context),
  };
}

function testsFor(
  compiler: Compiler,
  syntax: TestsSyntax,
  type: StaticType,
): (value: FeelValue, run: Run) => boolean | null {
  if (!syntax.tests) return () => true;
  const { source } = compiler;
  const place: Place = { at: { offset: 0, length: source.length }, part: shorten(source) };
  const scope = withLocal(null, "?");
  const tests = syntax.tests.map((test) => compileCellTest(compiler, test, scope, place, type));
  const { negated } = syntax;
  return (value, run) => {
    run.spend(tests.length, place.at);
    if (!run.lenient) return tests.some((test) => test(value, run)) !== negated;
    const found = someOrNull(tests, value, run);
    return found === null ? null : found !== negated;
  };
}

/** A test that computes true or false decides by itself, unless the input is a boolean to compare with. */
function compileCellTest(
  compiler: Compiler,
  test: Syntax,
  scope: ReturnType<typeof withLocal>,
  place: Place,
  type: StaticType,
): Test {
  const plain = compileTest(compiler, test, scope, place, "?");
  if (test.kind === "unary" || test.kind === "literal" || mentionsInput(test)) {
    if (test.kind !== "literal" || typeof test.value !== "boolean") return plain;
  }
  const code = compiler.compile(test, scope);
  return (value, run) => {
    if (typeof value !== "boolean" && type.kind !== "boolean") {
      const found: FeelValue = code(run);
      if (typeof found === "boolean") return found;
    }
    return plain(value, run);
  };
}

function parsedModel(syntax: TestsSyntax, type: StaticType, compiler: Compiler): UnaryTestModel {
  if (!syntax.tests) return { type: "any" };
  const input = { kind: type.kind === "any" ? undefined : type.kind };
  const tests = syntax.tests.flatMap((test) =>
    modelOf(test, input, (constant) => compiler.compile(constant, null)),
  );
  return { type: syntax.negated ? "not" : "tests", tests };
}

function moneyTextsIn(
  source: string,
  syntax: TestsSyntax,
  types: FieldTypes | undefined,
  input: StaticType,
): ReadonlySet<Syntax> {
  if (!types || !syntax.tests) return new Set();
  const checker = new Checker(source, types);
  const names = { local: new Map([["?", input]]), item: null, outer: NO_NAMES };
  const subject: Syntax = { kind: "input", at: { offset: 0, length: 0 } };
  for (const test of syntax.tests) inferTest(checker, inferWith(checker), subject, input, test, names);
  return checker.moneyTexts;
}
