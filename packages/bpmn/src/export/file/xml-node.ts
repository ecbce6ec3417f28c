/** An element to be written. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: (XmlNode | XmlText | RawXml)[];
}

export interface XmlText {
  readonly text: string;
}

/** A whole element as text, well-formed alone. */
export interface RawXml {
  readonly raw: string;
  /** Its local name where it is in the namespace of BPMN. */
  readonly local?: string | undefined;
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export function xml(name: string, attributes: Attributes = {}, children: XmlNode["children"] = []): XmlNode {
  const given = Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return { name, attributes: new Map(given), children: [...children] };
}

/** An element with nothing but text in it. */
export function textXml(name: string, text: string, attributes: Attributes = {}): XmlNode {
  return xml(name, attributes, [{ text }]);
}

/** The file. Elements stand on lines of their own, except where text would get white space by it. */
export function writeXml(root: XmlNode): string {
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  write(root, "", lines);
  return `${lines.join("\n")}\n`;
}

function write(node: XmlNode, indent: string, lines: string[]): void {
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${escapedAttribute(value)}"`);
  const open = `${indent}<${node.name}${attributes.join("")}`;
  const [first] = node.children;
  if (first === undefined) lines.push(`${open}/>`);
  else if ("text" in first) lines.push(`${open}>${escapedText(first.text)}</${node.name}>`);
  else {
    lines.push(`${open}>`);
    for (const child of node.children) {
      if ("raw" in child) lines.push(`${indent}  ${child.raw}`);
      else if ("name" in child) write(child, `${indent}  `, lines);
    }
    lines.push(`${indent}</${node.name}>`);
  }
}

/** What XML 1.0 cannot hold at all: it is written as the sign for an unknown character. */
const IMPOSSIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function escapedText(text: string): string {
  return text.replace(IMPOSSIBLE, "\ufffd").replace(/[<>&\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

function escapedAttribute(text: string): string {
  return text.replace(IMPOSSIBLE, "\ufffd").replace(/[<>&"\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
