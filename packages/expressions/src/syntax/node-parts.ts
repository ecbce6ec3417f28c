import type { SyntaxNode } from "@lezer/common";
import type { At } from "../error/expression-error.ts";
import { fail } from "../error/failure.ts";
import type { Syntax } from "./syntax.ts";

/** What reading a node needs to know. */
export interface Reading {
  readonly source: string;
  readonly depth: number;
  readonly read: (node: SyntaxNode, reading: Reading) => Syntax;
}

export function atOf(node: SyntaxNode): At {
  return { offset: node.from, length: node.to - node.from };
}

export function textAt(node: SyntaxNode, reading: Reading): string {
  return reading.source.slice(node.from, node.to);
}

/** The children without comments. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== "LineComment" && child.name !== "BlockComment") parts.push(child);
  }
  return parts;
}

/** A name of one or more words, with single spaces between them. */
export function nameAt(node: SyntaxNode, reading: Reading): string {
  const text = textAt(node, reading).trim();
  if (text.startsWith("`") && text.endsWith("`") && text.length > 1) return text.slice(1, -1);
  return /\s/.test(text) ? text.replace(/\s+/g, " ") : text;
}

/** The child at `index`; the parser promised it, so its absence is an incomplete text. */
export function part(parts: readonly SyntaxNode[], index: number, node: SyntaxNode): SyntaxNode {
  return parts[index] ?? fail("incomplete", { offset: node.to, length: 0 });
}
