import type { SyntaxNode } from "@lezer/common";
import { plainType } from "../value/conforms.ts";
import type { FeelType } from "../value/feel-value.ts";
import { nameAt, part, partsOf, type Reading, textAt } from "./node-parts.ts";

/** The type after `instance of` or of a parameter. */
export function readType(node: SyntaxNode, reading: Reading): FeelType {
  const inner = node.name === "Type" ? part(partsOf(node), 0, node) : node;
  const parts = partsOf(inner);
  const types = parts.filter((child) => child.name === "Type");
  switch (inner.name) {
    case "ListType": {
      const [element] = types;
      // The parser knows no type of ranges; they are given to it as lists.
      const name = textAt(inner, reading).startsWith("range") ? "range" : "list";
      return { ...plainType(name), element: element ? readType(element, reading) : null };
    }
    case "ContextType":
      return { ...plainType("context"), entries: readEntryTypes(inner, reading) };
    case "FunctionType": {
      const given = parts.find((child) => child.name === "ArgumentTypes");
      const [returns] = types;
      return {
        ...plainType("function"),
        parameters: given ? partsOf(given).map((one) => readType(part(partsOf(one), 0, one), reading)) : [],
        returns: returns ? readType(returns, reading) : null,
      };
    }
    default:
      return plainType(nameAt(inner, reading));
  }
}

function readEntryTypes(node: SyntaxNode, reading: Reading): FeelType["entries"] {
  return partsOf(node)
    .filter((child) => child.name === "ContextEntryTypes")
    .flatMap(partsOf)
    .filter((child) => child.name === "ContextEntryType")
    .map((entry) => {
      const parts = partsOf(entry);
      return {
        name: nameAt(part(parts, 0, entry), reading),
        type: readType(part(parts, parts.length - 1, entry), reading),
      };
    });
}
