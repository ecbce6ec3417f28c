import type { SyntaxNode } from "@lezer/common";
import { fail } from "../error/failure.ts";
import { atOf, nameAt, part, partsOf, type Reading } from "./node-parts.ts";
import { readType } from "./read-type.ts";
import type { Syntax } from "./syntax.ts";

/** `name(a, b)` and `name(x: a, y: b)`. */
export function readCall(node: SyntaxNode, parts: readonly SyntaxNode[], reading: Reading): Syntax {
  const callee = reading.read(part(parts, 0, node), reading);
  const given = parts.find(
    (child) => child.name === "PositionalParameters" || child.name === "NamedParameters",
  );
  const inner = given ? partsOf(given) : [];
  if (given?.name !== "NamedParameters") {
    return {
      kind: "call",
      callee,
      positional: inner.map((child) => reading.read(child, reading)),
      named: null,
      at: atOf(node),
    };
  }
  const named = inner.map((parameter) => {
    const pair = partsOf(parameter);
    return {
      name: nameAt(part(pair, 0, parameter), reading),
      value: reading.read(part(pair, pair.length - 1, parameter), reading),
      at: atOf(parameter),
    };
  });
  return { kind: "call", callee, positional: [], named, at: atOf(node) };
}

/** `function(a, b) body`. */
export function readFunction(node: SyntaxNode, parts: readonly SyntaxNode[], reading: Reading): Syntax {
  const external = parts.find((child) => child.name === "external");
  if (external) fail("unsupported", atOf(external), { what: "external" });
  const formal = parts.find((child) => child.name === "FormalParameters");
  const parameters = (formal ? partsOf(formal) : []).map((parameter) => {
    const [name, type] = partsOf(parameter);
    return {
      name: nameAt(name ?? parameter, reading),
      type: type ? readType(type, reading) : null,
    };
  });
  const body = part(parts, parts.length - 1, node);
  return {
    kind: "function",
    parameters,
    body: reading.read(part(partsOf(body), 0, body), reading),
    at: atOf(node),
  };
}
