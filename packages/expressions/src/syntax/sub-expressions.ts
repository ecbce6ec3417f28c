import type { Loop, Syntax } from "./syntax.ts";

/** The direct parts of an expression, in the order of the text. */
export function subExpressions(syntax: Syntax): readonly Syntax[] {
  switch (syntax.kind) {
    case "literal":
    case "name":
    case "input":
      return [];
    case "path":
    case "negate":
    case "instance":
      return [syntax.of];
    case "filter":
      return [syntax.of, syntax.by];
    case "arithmetic":
    case "compare":
    case "logic":
      return [syntax.left, syntax.right];
    case "between":
      return [syntax.of, syntax.low, syntax.high];
    case "in":
      return [syntax.of, ...syntax.tests];
    case "if":
      return [syntax.condition, syntax.whenTrue, syntax.whenFalse];
    case "for":
      return [...syntax.loops.flatMap(boundsOf), syntax.result];
    case "quantified":
      return [...syntax.loops.flatMap(boundsOf), syntax.condition];
    case "list":
      return syntax.items;
    case "context":
      return syntax.entries.map((entry) => entry.value);
    case "range":
      return [syntax.low, syntax.high];
    case "unary":
      return [syntax.value];
    case "call":
      return [syntax.callee, ...(syntax.named?.map(({ value }) => value) ?? syntax.positional)];
    case "function":
      return [syntax.body];
  }
}

/** How many levels the expression is nested; every loop counts as some, for each of its names takes a turn. */
export function depthOf(syntax: Syntax): number {
  const own = syntax.kind === "for" || syntax.kind === "quantified" ? 2 + 2 * syntax.loops.length : 1;
  return own + subExpressions(syntax).reduce((most, part) => Math.max(most, depthOf(part)), 0);
}

function boundsOf(loop: Loop): Syntax[] {
  return loop.to ? [loop.list, loop.to] : [loop.list];
}
