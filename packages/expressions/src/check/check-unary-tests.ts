import { compilerFor } from "../compile/compile-syntax.ts";
import { compileTest } from "../compile/compile-test.ts";
import { withLocal } from "../compile/scope.ts";
import type { ExpressionError } from "../error/expression-error.ts";
import { Failure } from "../error/failure.ts";
import type { FieldType, FieldTypes } from "../json/field-type.ts";
import { parseTests } from "../syntax/parse-source.ts";
import type { Syntax } from "../syntax/syntax.ts";
import { Checker, NO_NAMES } from "./checker.ts";
import { inferTest, inferWith } from "./infer.ts";
import { typeOfField } from "./static-type.ts";

/**
 * Everything that can be said about the tests of an input cell without values: syntax, unknown names, tests that
 * the kind of the input can never pass, and values that are none of its choices.
 */
export function checkUnaryTests(source: string, types: FieldTypes, input?: FieldType): ExpressionError[] {
  const parsed = parseTests(source);
  if (!parsed.ok) return [parsed.error];
  const { tests } = parsed.syntax;
  if (!tests) return [];
  const checker = new Checker(source, types);
  const type = typeOfField(input);
  const names = { local: new Map([["?", type]]), item: null, outer: NO_NAMES };
  const subject: Syntax = { kind: "input", at: { offset: 0, length: 0 } };
  for (const test of tests) inferTest(checker, inferWith(checker), subject, type, test, names);
  // A test that no value passes is a finding about the whole table, which knows the rule that it never lets count.
  const errors = checker.errors.filter(({ code }) => code !== "expression.empty-range");
  if (errors.length > 0) return errors;
  try {
    const { compiler } = compilerFor(source, types, checker.moneyTexts);
    const place = { at: { offset: 0, length: source.length }, part: source };
    for (const test of tests) compileTest(compiler, test, withLocal(null, "?"), place, "?");
    return [];
  } catch (thrown) {
    if (thrown instanceof Failure) return [thrown.error];
    throw thrown;
  }
}
