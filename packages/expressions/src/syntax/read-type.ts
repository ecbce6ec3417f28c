import type { SyntaxNode } from "@lezer/common";
import { nameAt, part, partsOf, type Reading } from "./node-parts.ts";
import type { TypeName } from "./syntax.ts";

/** The type after `instance of`. */
export function readType(node: SyntaxNode, reading: Reading): TypeName {
  const inner = node.name === "Type" ? part(partsOf(node), 0, node) : node;
  if (inner.name === "ListType") {
    const element = partsOf(inner).find((child) => child.name === "Type");
    return { name: "list", element: element ? readType(element, reading) : null, entries: [] };
  }
  if (inner.name === "ContextType") {
    const entries = partsOf(inner)
      .filter((child) => child.name === "ContextEntryTypes")
      .flatMap((child) => partsOf(child))
      .filter((child) => child.name === "ContextEntryType")
      .map((entry) => {
        const parts = partsOf(entry);
        return {
          name: nameAt(part(parts, 0, entry), reading),
          type: readType(part(parts, parts.length - 1, entry), reading),
        };
      });
    return { name: "context", element: null, entries };
  }
  if (inner.name === "FunctionType") return { name: "function", element: null, entries: [] };
  return { name: nameAt(inner, reading), element: null, entries: [] };
}
