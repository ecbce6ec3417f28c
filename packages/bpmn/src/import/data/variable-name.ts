import { attributeOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";

const WORDS: ReadonlySet<string> = new Set(
  "and or not if then else for in return some every satisfies between instance of function external null true false __proto__ constructor prototype".split(
    " ",
  ),
);

/** The nearest name that expressions can say; undefined where nothing is left of it. */
export function writableName(name: string): string | undefined {
  const cleaned = name
    .trim()
    .replace(/[^\p{L}\p{N}_]+/gu, "_")
    .replace(/^(\p{N})/u, "_$1")
    .slice(0, 100);
  if (cleaned === "" || /^_+$/.test(cleaned)) return undefined;
  return WORDS.has(cleaned) ? `${cleaned}_` : cleaned;
}

/** The variable that a data object, a reference to one or a property is. */
export function variableName(flow: Flow, element: XmlElement): string | undefined {
  if (element.local === "dataObjectReference") {
    const object = flow.file.element(attributeOf(element, "dataObjectRef"));
    if (object?.local === "dataObject") return variableName(flow, object);
  }
  if (!/^(dataObject|dataObjectReference|property|dataInput|dataOutput)$/.test(element.local))
    return undefined;
  const [name, id] = [attributeOf(element, "name") ?? "", attributeOf(element, "id") ?? ""];
  // Engines name the variable of a property by its id; a data object is mostly named where it is referred to.
  if (element.local === "property") return writableName(id) ?? writableName(name);
  const reference = flow.file.referenceTo(element);
  const referred = reference ? (attributeOf(reference, "name") ?? "") : "";
  return writableName(name) ?? writableName(referred) ?? writableName(id);
}
