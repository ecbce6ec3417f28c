import { Checker, NO_NAMES } from "./check/checker.ts";
import { inferWith } from "./check/infer.ts";
import type { CompileOptions } from "./compile/compile-options.ts";
import { compileSyntax } from "./compile/compile-syntax.ts";
import type { ExpressionError } from "./error/expression-error.ts";
import { Failure } from "./error/failure.ts";
import type { FieldTypes } from "./json/field-type.ts";
import type { Json } from "./json/json.ts";
import type { EvaluationContext } from "./operation/evaluation-context.ts";
import { Run } from "./operation/run.ts";
import { parserFor } from "./syntax/feel-parser.ts";
import { parseSource } from "./syntax/parse-source.ts";
import type { Syntax } from "./syntax/syntax.ts";
import type { FeelValue } from "./value/feel-value.ts";

export type Evaluated = { ok: true; value: FeelValue } | { ok: false; error: ExpressionError };

/** A compiled expression; it may be evaluated any number of times. */
export interface Expression {
  readonly source: string;
  /** The variable paths it reads, e.g. `[["policy", "leadAbove"]]`. */
  readonly reads: readonly (readonly string[])[];
  evaluate(variables: { readonly [name: string]: Json | undefined }, context: EvaluationContext): Evaluated;
}

export type Compiled = { ok: true; expression: Expression } | { ok: false; error: ExpressionError };

/** Parses and compiles a FEEL expression. Variables are converted by `types` when they are read. */
export function compileExpression(
  source: string,
  types?: FieldTypes,
  options: CompileOptions = {},
): Compiled {
  const parsed = parseSource(source, parserFor(types, options.names));
  if (!parsed.ok) return parsed;
  const lenient = options.nulls === "dmn";
  try {
    const moneyTexts = types ? moneyTextsIn(source, parsed.syntax, types) : new Set<Syntax>();
    const { code, reads } = compileSyntax(source, parsed.syntax, types, moneyTexts, options);
    return {
      ok: true,
      expression: {
        source,
        reads,
        evaluate(variables, context) {
          try {
            return { ok: true, value: code(new Run(variables, context, lenient)) };
          } catch (thrown) {
            if (thrown instanceof Failure) return { ok: false, error: thrown.error };
            throw thrown;
          }
        },
      },
    };
  } catch (thrown) {
    if (thrown instanceof Failure) return { ok: false, error: thrown.error };
    throw thrown;
  }
}

/** The types of the fields decide how amounts are written as text. */
function moneyTextsIn(source: string, syntax: Syntax, types: FieldTypes): ReadonlySet<Syntax> {
  const checker = new Checker(source, types);
  inferWith(checker)(syntax, NO_NAMES);
  return checker.moneyTexts;
}
