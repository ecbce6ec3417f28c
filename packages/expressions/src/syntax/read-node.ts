import type { SyntaxNode } from "@lezer/common";
import { fail } from "../error/failure.ts";
import { DEPTH_LIMIT } from "./limits.ts";
import { atOf, nameAt, part, partsOf, type Reading, textAt } from "./node-parts.ts";
import { readCall, readFunction } from "./read-call.ts";
import { readRange, readUnary } from "./read-comparison.ts";
import { readNumber, readTemporalLiteral, readText } from "./read-literal.ts";
import { readLogic } from "./read-logic.ts";
import { readFor, readQuantified } from "./read-loop.ts";
import { readType } from "./read-type.ts";
import type { ArithmeticOperator, Syntax } from "./syntax.ts";

/** Turns a node of the parser's tree into syntax. */
export function readNode(node: SyntaxNode, outer: Reading): Syntax {
  if (outer.depth >= DEPTH_LIMIT) fail("too-deep", atOf(node), { limit: DEPTH_LIMIT });
  const reading: Reading = { source: outer.source, depth: outer.depth + 1, read: readNode };
  const at = atOf(node);
  const parts = partsOf(node);
  const child = (index: number): Syntax => readNode(part(parts, index, node), reading);
  switch (node.name) {
    case "ParenthesizedExpression":
      return { ...child(1), at };
    case "NumericLiteral":
      return { kind: "literal", value: readNumber(textAt(node, reading), at), at };
    case "StringLiteral":
      return { kind: "literal", value: readText(textAt(node, reading), at), at };
    case "BooleanLiteral":
      return { kind: "literal", value: textAt(node, reading) === "true", at };
    case "null":
      return { kind: "literal", value: null, at };
    case "?":
      return { kind: "input", at };
    case "VariableName": {
      const name = nameAt(node, reading);
      return name === "?" ? { kind: "input", at } : { kind: "name", name, at };
    }
    case "PathExpression":
      return { kind: "path", of: child(0), name: nameAt(part(parts, parts.length - 1, node), reading), at };
    case "FilterExpression":
      return { kind: "filter", of: child(0), by: child(2), at };
    case "ArithmeticExpression":
      if (parts.length === 2) return { kind: "negate", of: child(1), at };
      return {
        kind: "arithmetic",
        operator: textAt(part(parts, 1, node), reading) as ArithmeticOperator,
        left: child(0),
        right: child(2),
        at,
      };
    case "Conjunction":
    case "Disjunction":
    case "Comparison":
      return readLogic(node, reading);
    case "PositiveUnaryTest":
      return child(0);
    case "SimplePositiveUnaryTest":
      return part(parts, 0, node).name === "Interval" ? child(0) : readUnary(node, parts, reading);
    case "Interval":
      return readRange(node, parts, reading);
    case "IfExpression":
      return { kind: "if", condition: child(1), whenTrue: child(3), whenFalse: child(5), at };
    case "ForExpression":
      return readFor(node, parts, reading);
    case "QuantifiedExpression":
      return readQuantified(node, parts, reading);
    case "List":
      return { kind: "list", items: parts.slice(1, -1).map((item) => readNode(item, reading)), at };
    case "Context":
      return { kind: "context", entries: readEntries(parts, reading), at };
    case "InstanceOfExpression":
      return { kind: "instance", of: child(0), type: readType(part(parts, 3, node), reading), at };
    case "FunctionInvocation":
      return readCall(node, parts, reading);
    case "FunctionDefinition":
      return readFunction(node, parts, reading);
    case "DateTimeLiteral":
      if (part(parts, 0, node).name !== "AtLiteral") return readCall(node, parts, reading);
      return readAtLiteral(part(parts, 0, node), reading);
    case "AtLiteral":
      return readAtLiteral(node, reading);
    case "DateTimeConstructor":
    case "SpecialFunctionName":
      return { kind: "name", name: nameAt(node, reading), at };
    default:
      return fail("unsupported", at, { what: node.name });
  }
}

function readAtLiteral(node: SyntaxNode, reading: Reading): Syntax {
  const at = atOf(node);
  const literal = part(partsOf(node), 0, node);
  return {
    kind: "literal",
    value: readTemporalLiteral(readText(textAt(literal, reading), at), at),
    at,
  };
}

function readEntries(parts: readonly SyntaxNode[], reading: Reading): { name: string; value: Syntax }[] {
  const names = new Set<string>();
  return parts
    .filter((entry) => entry.name === "ContextEntry")
    .map((entry) => {
      const read = readEntry(entry, reading);
      if (names.has(read.name)) fail("duplicate-entry", atOf(entry), { name: read.name });
      names.add(read.name);
      return read;
    });
}

function readEntry(entry: SyntaxNode, reading: Reading): { name: string; value: Syntax } {
  const parts = partsOf(entry);
  const key = part(parts, 0, entry);
  const inner = part(partsOf(key), 0, key);
  const name =
    inner.name === "StringLiteral" ? readText(textAt(inner, reading), atOf(inner)) : nameAt(inner, reading);
  return { name, value: readNode(part(parts, parts.length - 1, entry), reading) };
}
