import { Failure } from "../error/failure.ts";
import type { Code } from "../operation/run.ts";
import type { Syntax } from "../syntax/syntax.ts";

/** Errors of the budget and the limits: they end the evaluation whatever becomes of nulls. */
const LIMITS = new Set([
  "expression.too-many-steps",
  "expression.calls-too-deep",
  "expression.too-large",
  "expression.too-deep",
]);

/** Whether what was thrown means that there is no result, and not that a limit is reached. */
export function isNullResult(thrown: unknown): boolean {
  return thrown instanceof Failure && !LIMITS.has(thrown.error.code);
}

/** The code of a sub-expression for DMN's nulls: where it has no result, or cannot be compiled, it is null. */
export function orNull(syntax: Syntax, compile: () => Code): Code {
  const code = compiledOrNull(compile);
  if (syntax.kind === "literal" || syntax.kind === "input") return code;
  return (run) => {
    const mark = run.mark();
    try {
      return code(run);
    } catch (thrown) {
      if (!isNullResult(thrown)) throw thrown;
      run.backTo(mark);
      return null;
    }
  };
}

function compiledOrNull(compile: () => Code): Code {
  try {
    return compile();
  } catch (thrown) {
    if (!isNullResult(thrown)) throw thrown;
    return () => null;
  }
}
