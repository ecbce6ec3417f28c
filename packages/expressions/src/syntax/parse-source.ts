import type { Tree } from "@lezer/common";
import type { ExpressionError } from "../error/expression-error.ts";
import { expressionError, Failure } from "../error/failure.ts";
import { strictParser } from "./feel-parser.ts";
import { DEPTH_LIMIT, SOURCE_LIMIT } from "./limits.ts";
import { readNode } from "./read-node.ts";
import { foreignSign, tooDeep } from "./scan-source.ts";
import type { Syntax } from "./syntax.ts";
import { syntaxErrorAt } from "./syntax-error.ts";

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
  const tree = treeOf(source);
  if (typeof tree === "number") return no(syntaxErrorAt(tree, source));
  try {
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

/** The parser's tree, or the place where it gave up; it reports that by throwing. */
function treeOf(source: string): Tree | number {
  try {
    return strictParser.parse(source);
  } catch (thrown) {
    const place = /^No parse at (\d+)/.exec(thrown instanceof Error ? thrown.message : "");
    return place ? Number(place[1]) : 0;
  }
}

function no(error: ExpressionError): Parsed {
  return { ok: false, error };
}
