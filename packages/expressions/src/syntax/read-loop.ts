import type { SyntaxNode } from "@lezer/common";
import { atOf, nameAt, part, partsOf, type Reading } from "./node-parts.ts";
import type { Loop, Syntax } from "./syntax.ts";

/** `for x in list, y in 1..3 return …`. */
export function readFor(node: SyntaxNode, parts: readonly SyntaxNode[], reading: Reading): Syntax {
  return {
    kind: "for",
    loops: readLoops(part(parts, 1, node), reading),
    result: reading.read(part(parts, 3, node), reading),
    at: atOf(node),
  };
}

/** `some x in list satisfies …` and `every …`. */
export function readQuantified(node: SyntaxNode, parts: readonly SyntaxNode[], reading: Reading): Syntax {
  return {
    kind: "quantified",
    every: part(parts, 0, node).name === "every",
    loops: readLoops(part(parts, 1, node), reading),
    condition: reading.read(part(parts, 3, node), reading),
    at: atOf(node),
  };
}

function readLoops(node: SyntaxNode, reading: Reading): Loop[] {
  return partsOf(node)
    .filter((loop) => loop.name === "InExpression")
    .map((loop) => {
      const parts = partsOf(loop);
      const over = part(parts, 2, loop);
      const bounds = over.name === "IterationContext" ? partsOf(over) : [over];
      return {
        name: nameAt(part(parts, 0, loop), reading),
        list: reading.read(part(bounds, 0, over), reading),
        to: bounds.length > 1 ? reading.read(part(bounds, 2, over), reading) : null,
      };
    });
}
