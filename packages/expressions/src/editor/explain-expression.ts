import { checkExpression } from "../check/check-expression.ts";
import { Checker, NO_NAMES } from "../check/checker.ts";
import { inferWith } from "../check/infer.ts";
import { kindWords } from "../check/kind-words.ts";
import type { Bilingual, ExpressionError } from "../error/expression-error.ts";
import type { FieldTypes } from "../json/field-type.ts";
import { parseSource } from "../syntax/parse-source.ts";

export interface ExplainedExpression {
  /** What it gives, in words; null where it cannot be read. */
  readonly type: Bilingual | null;
  /** Each with its place in the source. */
  readonly errors: readonly ExpressionError[];
}

/** What an editor says of an expression while it is written. */
export function explainExpression(source: string, types: FieldTypes): ExplainedExpression {
  const parsed = parseSource(source);
  if (!parsed.ok) return { type: null, errors: [parsed.error] };
  const type = inferWith(new Checker(source, types))(parsed.syntax, NO_NAMES);
  return { type: kindWords(type), errors: checkExpression(source, types, "any") };
}
