import type { SyntaxNode } from "@lezer/common";
import { fail } from "../error/failure.ts";
import { atOf, part, partsOf, type Reading, textAt } from "./node-parts.ts";
import type { CompareOperator, Syntax } from "./syntax.ts";

/** `a < b`, `a between b and c`, `a in test` and `a in (test, …)`. */
export function readComparison(node: SyntaxNode, parts: readonly SyntaxNode[], reading: Reading): Syntax {
  const at = atOf(node);
  const word = part(parts, 1, node);
  const of = reading.read(part(parts, 0, node), reading);
  if (word.name === "between") {
    return {
      kind: "between",
      of,
      low: reading.read(part(parts, 2, node), reading),
      high: reading.read(part(parts, 4, node), reading),
      at,
    };
  }
  if (word.name === "in") {
    const tests = parts.slice(2).flatMap((test) => testsIn(test, reading));
    return { kind: "in", of, tests, at };
  }
  const right = reading.read(part(parts, 2, node), reading);
  return { kind: "compare", operator: operatorAt(word, reading), left: of, right, at };
}

/** `< 5` as a test of its own. */
export function readUnary(node: SyntaxNode, parts: readonly SyntaxNode[], reading: Reading): Syntax {
  return {
    kind: "unary",
    operator: operatorAt(part(parts, 0, node), reading),
    value: reading.read(part(parts, 1, node), reading),
    at: atOf(node),
  };
}

/** `[a..b]` with `(`, `]` or `[`, `)` for open ends. */
export function readRange(node: SyntaxNode, parts: readonly SyntaxNode[], reading: Reading): Syntax {
  return {
    kind: "range",
    low: reading.read(part(parts, 1, node), reading),
    high: reading.read(part(parts, 3, node), reading),
    lowIncluded: textAt(part(parts, 0, node), reading) === "[",
    highIncluded: textAt(part(parts, 4, node), reading) === "]",
    at: atOf(node),
  };
}

function testsIn(node: SyntaxNode, reading: Reading): Syntax[] {
  if (node.name === "(" || node.name === ")") return [];
  if (node.name === "PositiveUnaryTests") return partsOf(node).map((test) => reading.read(test, reading));
  return [reading.read(node, reading)];
}

/** The comparison operator that a node holds. */
export function operatorAt(node: SyntaxNode, reading: Reading): CompareOperator {
  const text = textAt(node, reading);
  switch (text) {
    case "=":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return text;
    default:
      return fail("syntax", atOf(node), { found: text });
  }
}
