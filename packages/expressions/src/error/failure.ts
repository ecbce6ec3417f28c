import type { At, ExpressionError } from "./expression-error.ts";
import { type Code, MESSAGES, type Params } from "./messages.ts";

/**
 * Ends an evaluation from within the closures. It never leaves the package: `evaluate`, `compileExpression`
 * and `checkExpression` turn it into a value.
 */
export class Failure {
  readonly error: ExpressionError;

  constructor(error: ExpressionError) {
    this.error = error;
  }
}

/** An error of the given code with its texts filled in. */
export function expressionError(code: Code, at: At, params: Params = {}): ExpressionError {
  const texts = MESSAGES[code];
  return {
    code: `expression.${code}`,
    at,
    params,
    message: { en: fill(texts.message.en, params), "zh-CN": fill(texts.message["zh-CN"], params) },
    fix: { en: fill(texts.fix.en, params), "zh-CN": fill(texts.fix["zh-CN"], params) },
  };
}

/** Ends the evaluation (or the compilation) with this error. */
export function fail(code: Code, at: At, params: Params = {}): never {
  throw new Failure(expressionError(code, at, params));
}

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
