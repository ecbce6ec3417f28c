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

/** What the element takes over from outside: the prefixes used in it and not declared on itself. */
function declarationsOf(element: XmlElement): string {
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
      if (!isDeclaration(attribute) && attribute.namespace !== "") need(attribute.name, attribute.namespace);
    }
    for (const child of each.children) visit(child, here);
  };
  visit(element, declared);
  return [...needed]
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`)
    .join("");
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
