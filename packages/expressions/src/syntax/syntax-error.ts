import type { ExpressionError } from "../error/expression-error.ts";
import { expressionError } from "../error/failure.ts";

/** The error for a text that the parser cannot read beyond `from`. */
export function syntaxErrorAt(from: number, source: string): ExpressionError {
  const rest = source.slice(from, from + 2000);
  const skipped = rest.length - rest.trimStart().length;
  const found = /^(?:[\p{L}\p{N}_]+|.)/u.exec(rest.trimStart())?.[0] ?? "";
  if (found === "") return expressionError("incomplete", { offset: source.trimEnd().length, length: 0 });
  const shown = found.length > 40 ? `${found.slice(0, 39)}…` : found;
  return expressionError("syntax", { offset: from + skipped, length: found.length }, { found: shown });
}
