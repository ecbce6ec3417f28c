import { parser } from "lezer-feel";
import type { ExpressionError } from "../error/expression-error.ts";
import { expressionError, Failure } from "../error/failure.ts";
import { DEPTH_LIMIT, SOURCE_LIMIT } from "./limits.ts";
import { readNode } from "./read-node.ts";
import { foreignSign, tooDeep } from "./scan-source.ts";
import type { Syntax } from "./syntax.ts";
import { syntaxError } from "./syntax-error.ts";

export type Parsed = { ok: true; syntax: Syntax } | { ok: false; error: ExpressionError };

/** Parses a FEEL expression. Every text ends in a tree or an error; length and depth are bounded first. */
export function parseSource(source: string): Parsed {
  const at = { offset: 0, length: source.length };
  if (source.length > SOURCE_LIMIT) {
    return no(expressionError("too-long", at, { length: source.length, limit: SOURCE_LIMIT }));
  }
  if (source.trim() === "") return no(expressionError("empty", at));
  if (tooDeep(source)) return no(expressionError("too-deep", at, { limit: DEPTH_LIMIT }));
  const foreign = foreignSign(source);
  if (foreign) return no(foreign);
  try {
    const tree = parser.parse(source);
    const error = syntaxError(tree, source);
    if (error) return no(error);
    const root = tree.topNode.firstChild;
    let node = root;
    while (node && (node.name === "LineComment" || node.name === "BlockComment")) node = node.nextSibling;
    if (!node) return no(expressionError("empty", at));
    return { ok: true, syntax: readNode(node, { source, depth: 0, read: readNode }) };
  } catch (thrown) {
    if (thrown instanceof Failure) return no(thrown.error);
    throw thrown;
  }
}

function no(error: ExpressionError): Parsed {
  return { ok: false, error };
}
