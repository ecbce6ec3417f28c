import type { SyntaxNode, Tree } from "@lezer/common";
import type { ExpressionError } from "../error/expression-error.ts";
import { expressionError, Failure, fail } from "../error/failure.ts";
import { type FeelParser, readsWords, strictParser, testsParser } from "./feel-parser.ts";
import { DEPTH_LIMIT, SOURCE_LIMIT } from "./limits.ts";
import { partsOf } from "./node-parts.ts";
import { readNode } from "./read-node.ts";
import { foreignSign, tooDeep } from "./scan-source.ts";
import type { Syntax } from "./syntax.ts";
import { syntaxErrorAt } from "./syntax-error.ts";

const RANGE_TYPE = /((?:\bof|[:<,>])\s*)range</g;

type Parsed = { ok: true; syntax: Syntax } | { ok: false; error: ExpressionError };

/** The tests of a cell: `-` is null; with `negated` none of them may hold, else one must. */
export interface TestsSyntax {
  readonly negated: boolean;
  readonly tests: readonly Syntax[] | null;
}

type ParsedTests = { ok: true; syntax: TestsSyntax } | { ok: false; error: ExpressionError };

/** Parses a FEEL expression. Every text ends in a tree or an error; length and depth are bounded first. */
export function parseSource(source: string, parser: FeelParser = strictParser): Parsed {
  return parseWith(parser, source, (top) => {
    const [node] = partsOf(top);
    return node ? readFrom(node, source) : fail("empty", { offset: 0, length: source.length });
  });
}

/** Parses unary tests, the text of an input cell of a decision table: `-`, `< 5, [7..9)`, `not("a", "b")`. */
export function parseTests(source: string, parser: FeelParser = strictParser): ParsedTests {
  return parseWith(testsParser(parser), source, (top) => {
    const parts = partsOf(top);
    if (parts.some((part) => part.name === "Wildcard")) return { negated: false, tests: null };
    const list = parts.find((part) => part.name === "PositiveUnaryTests");
    if (!list) return fail("empty", { offset: 0, length: source.length });
    return {
      negated: parts[0]?.name === "not",
      tests: partsOf(list).map((test) => readFrom(test, source)),
    };
  });
}

function readFrom(node: SyntaxNode, source: string): Syntax {
  return readNode(node, { source, depth: 0, read: readNode });
}

function parseWith<T>(
  parser: FeelParser,
  source: string,
  read: (top: SyntaxNode) => T,
): { ok: true; syntax: T } | { ok: false; error: ExpressionError } {
  const at = { offset: 0, length: source.length };
  if (source.length > SOURCE_LIMIT) {
    return no(expressionError("too-long", at, { length: source.length, limit: SOURCE_LIMIT }));
  }
  if (source.trim() === "") return no(expressionError("empty", at));
  if (tooDeep(source)) return no(expressionError("too-deep", at, { limit: DEPTH_LIMIT }));
  const foreign = foreignSign(source);
  // Names that the caller declares may hold any sign.
  if (foreign && readsWords(parser)) return no(foreign);
  const tree = treeOf(parser, source);
  if (typeof tree === "number") return no(foreign ?? syntaxErrorAt(tree, source));
  try {
    return { ok: true, syntax: read(tree.topNode) };
  } catch (thrown) {
    if (thrown instanceof Failure) return no(thrown.error);
    throw thrown;
  }
}

/** The parser's tree, or the place where it gave up; it reports that by throwing. */
function treeOf(parser: FeelParser, source: string): Tree | number {
  try {
    return parser.parse(withoutRangeTypes(source));
  } catch (thrown) {
    const place = /^No parse at (\d+)/.exec(thrown instanceof Error ? thrown.message : "");
    return place ? Number(place[1]) : 0;
  }
}

/** The parser knows no `range<…>`; it is shown a list of the same length instead, and the reader looks again. */
function withoutRangeTypes(source: string): string {
  return source.includes("range")
    ? source.replace(RANGE_TYPE, (_whole, before: string) => `${before}list <`)
    : source;
}

function no(error: ExpressionError): { ok: false; error: ExpressionError } {
  return { ok: false, error };
}
