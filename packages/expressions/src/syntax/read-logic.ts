import type { SyntaxNode } from "@lezer/common";
import { fail } from "../error/failure.ts";
import { DEPTH_LIMIT } from "./limits.ts";
import { atOf, part, partsOf, type Reading } from "./node-parts.ts";
import { operatorAt, readComparison } from "./read-comparison.ts";
import type { CompareOperator, Syntax } from "./syntax.ts";

/** Operands in the order of the text, with the operators between them. */
interface Chain {
  readonly operands: Syntax[];
  readonly operators: ("and" | "or")[];
}

/**
 * `and` and `or`. The parser takes what follows `x in y` for a part of the test (`x in (y and z)`), so the chain
 * is laid out in the order of the text and put together again: `and` binds tighter than `or`, and both are
 * weaker than `in`.
 */
export function readLogic(node: SyntaxNode, reading: Reading): Syntax {
  const chain: Chain = { operands: [], operators: [] };
  layOut(node, reading, chain);
  let whole: Syntax | null = null;
  let group: Syntax | null = null;
  for (const [index, operand] of chain.operands.entries()) {
    if (chain.operators[index - 1] === "or") {
      whole = joined("or", whole, group);
      group = operand;
    } else {
      group = joined("and", group, operand);
    }
  }
  return joined("or", whole, group) ?? fail("incomplete", { offset: node.to, length: 0 });
}

function layOut(node: SyntaxNode, outer: Reading, chain: Chain): void {
  if (outer.depth >= DEPTH_LIMIT) fail("too-deep", atOf(node), { limit: DEPTH_LIMIT });
  const reading: Reading = { ...outer, depth: outer.depth + 1 };
  const parts = partsOf(node);
  if (isLogic(node)) {
    layOut(part(parts, 0, node), reading, chain);
    chain.operators.push(node.name === "Conjunction" ? "and" : "or");
    layOut(part(parts, 2, node), reading, chain);
    return;
  }
  const test = bareTest(node, parts, reading);
  if (!test) {
    chain.operands.push(
      node.name === "Comparison" ? readComparison(node, parts, reading) : outer.read(node, outer),
    );
    return;
  }
  const first = chain.operands.length;
  layOut(test.rest, reading, chain);
  const value = chain.operands[first];
  if (!value) return;
  const of = reading.read(part(parts, 0, node), reading);
  const { operator, offset } = test;
  const end = value.at.offset + value.at.length;
  const inner: Syntax = operator
    ? { kind: "unary", operator, value, at: { offset, length: end - offset } }
    : value;
  const at = { offset: of.at.offset, length: end - of.at.offset };
  chain.operands[first] = { kind: "in", of, tests: [inner], at };
}

/** The test of `x in y and …` or `x in > y and …`, when the parser has put the rest of the chain into it. */
function bareTest(
  node: SyntaxNode,
  parts: readonly SyntaxNode[],
  reading: Reading,
): { rest: SyntaxNode; operator: CompareOperator | null; offset: number } | null {
  const [, word, test] = parts;
  if (node.name !== "Comparison" || word?.name !== "in" || test?.name !== "PositiveUnaryTest") return null;
  const [inner] = partsOf(test);
  if (!inner) return null;
  if (isLogic(inner)) return { rest: inner, operator: null, offset: inner.from };
  const [sign, bound] = inner.name === "SimplePositiveUnaryTest" ? partsOf(inner) : [];
  if (!sign || !bound || !isLogic(bound)) return null;
  return { rest: bound, operator: operatorAt(sign, reading), offset: inner.from };
}

function isLogic(node: SyntaxNode): boolean {
  return node.name === "Conjunction" || node.name === "Disjunction";
}

function joined(operator: "and" | "or", left: Syntax | null, right: Syntax | null): Syntax | null {
  if (!left || !right) return left ?? right;
  const { offset } = left.at;
  return {
    kind: "logic",
    operator,
    left,
    right,
    at: { offset, length: right.at.offset + right.at.length - offset },
  };
}
