import { Failure } from "../error/failure.ts";
import type { Code, Run } from "../operation/run.ts";
import type { Syntax } from "../syntax/syntax.ts";

/** Errors of the budget and the limits: they end the evaluation whatever becomes of nulls. */
const LIMITS = new Set([
  "expression.too-many-steps",
  "expression.calls-too-deep",
  "expression.too-large",
  "expression.too-deep",
]);

/** The code of a sub-expression for DMN's nulls: where it has no result, or cannot be compiled, it is null. */
export function orNull(syntax: Syntax, compile: () => Code): Code {
  const code = compiledOrNull(compile);
  if (syntax.kind === "literal" || syntax.kind === "input") return code;
  return (run) => attempt(run, () => code(run));
}

/** Runs a part of an expression; null, and told to the caller, where it has no result. */
export function attempt<T>(run: Run, part: () => T): T | null {
  const mark = run.mark();
  try {
    return part();
  } catch (thrown) {
    const failure = withoutResult(thrown);
    run.backTo(mark);
    run.onNull?.(failure.error);
    return null;
  }
}

function compiledOrNull(compile: () => Code): Code {
  try {
    return compile();
  } catch (thrown) {
    const failure = withoutResult(thrown);
    return () => {
      throw failure;
    };
  }
}

/** What was thrown, if it means that there is no result and not that a limit is reached; else it is thrown on. */
function withoutResult(thrown: unknown): Failure {
  if (thrown instanceof Failure && !LIMITS.has(thrown.error.code)) return thrown;
  throw thrown;
}
