import type { XmlAttribute, XmlElement } from "./xml-element.ts";

/**
 * An element with all that is in it as XML that is well-formed alone: its prefixes are declared on itself. Comments and
 * processing instructions are left out; CDATA becomes plain text.
 */
export function writeXml(element: XmlElement): string {
  return written(element, declarationsOf(element));
}

function written(element: XmlElement, declarations: string): string {
  const attributes = element.attributes
    .map(({ name, value }) => ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`)
    .join("");
  const content = element.content
    .map((part) => (typeof part === "string" ? escaped(part) : written(part, "")))
    .join("");
  const opening = `${element.name}${declarations}${attributes}`;
  return content === "" ? `<${opening}/>` : `<${opening}>${content}</${element.name}>`;
}

/** A value that may be a name with a prefix, as in `xsi:type="dc:Point"`. */
const QUALIFIED = /^([\p{L}_][\p{L}\p{N}._-]*):[\p{L}_][\p{L}\p{N}._-]*$/u;

/** What the element takes over from outside: the prefixes used in it and not declared on itself. */
function declarationsOf(element: XmlElement): string {
  const outside = declaredAround(element);
  const declared = new Set(element.attributes.filter(isDeclaration).map(({ name }) => name));
  const needed = new Map<string, string>();
  const visit = (each: XmlElement, inner: ReadonlySet<string>) => {
    const here = new Set([...inner, ...each.attributes.filter(isDeclaration).map(({ name }) => name)]);
    const need = (name: string, namespace: string) => {
      const prefix = name.includes(":") ? `xmlns:${name.slice(0, name.indexOf(":"))}` : "xmlns";
      if (namespace !== "" && !here.has(prefix) && !prefix.endsWith(":xml")) needed.set(prefix, namespace);
    };
    need(each.name, each.namespace);
    for (const attribute of each.attributes) {
      if (isDeclaration(attribute)) continue;
      if (attribute.namespace !== "") need(attribute.name, attribute.namespace);
      const prefix = QUALIFIED.exec(attribute.value)?.[1];
      if (prefix !== undefined) need(attribute.value, outside.get(`xmlns:${prefix}`) ?? "");
    }
    for (const child of each.children) visit(child, here);
  };
  visit(element, declared);
  return [...needed]
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`)
    .join("");
}

/** The declarations of the elements around it, the nearest ones where there are several of a prefix. */
function declaredAround({ parent }: XmlElement): Map<string, string> {
  const found = new Map<string, string>();
  for (let element = parent; element !== null; element = element.parent) {
    for (const { name, value } of element.attributes.filter(isDeclaration)) {
      if (!found.has(name)) found.set(name, value);
    }
  }
  return found;
}

export function isDeclaration({ name }: XmlAttribute): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#xD;")
    .replaceAll("\n", "&#xA;")
    .replaceAll("\t", "&#x9;");
}
