import type { Tree } from "@lezer/common";
import type { ExpressionError } from "../error/expression-error.ts";
import { expressionError } from "../error/failure.ts";

/** The first place that the parser had to repair; null when the text is well-formed. */
export function syntaxError(tree: Tree, source: string): ExpressionError | null {
  let first: { from: number; to: number } | null = null;
  tree.iterate({
    enter(node) {
      if (first) return false;
      if (node.type.isError) first = { from: node.from, to: node.to };
      return undefined;
    },
  });
  if (!first) return null;
  const { from } = first as { from: number; to: number };
  const rest = source.slice(from);
  const skipped = rest.length - rest.trimStart().length;
  const found = /^(?:[\p{L}\p{N}_]+|.)/u.exec(rest.trimStart())?.[0] ?? "";
  if (found === "") return expressionError("incomplete", { offset: from, length: 0 });
  return expressionError("syntax", { offset: from + skipped, length: found.length }, { found });
}
