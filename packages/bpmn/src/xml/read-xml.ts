import { SaxesParser } from "saxes";
import { XML, XMLNS } from "./namespaces.ts";
import type { XmlAttribute, XmlElement } from "./xml-element.ts";

interface Open {
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  readonly content: (string | XmlElement)[];
  text: string;
  readonly parent: XmlElement | null;
  readonly line: number;
  readonly column: number;
}

export type ReadXml =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly reason: string; readonly line: number; readonly column: number };

/**
 * Reads well-formed XML 1.0 into a tree that keeps everything but comments and processing instructions. Prefixes that
 * nobody declares stand for nothing instead of being a fault, since such files exist. A DOCTYPE is a fault: entities
 * are never expanded.
 */
export function readXml(text: string): ReadXml {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const scopes: ReadonlyMap<string, string>[] = [new Map([["xml", XML]])];
  const open: Open[] = [];
  let root: XmlElement | null = null;
  let at = { line: 1, column: 1 };
  parser.on("error", (error) => {
    throw new Fault(error.message.replace(/^\S+:\d+:\d+: |^\d+:\d+: /, ""), parser.line, parser.column + 1);
  });
  parser.on("doctype", () => {
    throw new Fault("a DOCTYPE is not read", parser.line, parser.column + 1);
  });
  parser.on("opentagstart", () => {
    at = { line: parser.line, column: Math.max(1, parser.columnIndex) };
  });
  parser.on("opentag", ({ name, attributes }) => {
    const scope = scopeWith(scopes.at(-1) ?? new Map(), attributes);
    scopes.push(scope);
    const parent = open.at(-1) ?? null;
    const element: Open = {
      name,
      local: localOf(name),
      namespace: scope.get(prefixOf(name)) ?? "",
      attributes: Object.entries(attributes).map(([each, value]) => attribute(each, value, scope)),
      children: [],
      content: [],
      text: "",
      parent,
      ...at,
    };
    if (parent) {
      parent.children.push(element);
      parent.content.push(element);
    } else root ??= element;
    open.push(element);
  });
  const onText = (text: string) => {
    const element = open.at(-1);
    if (!element) return;
    element.text += text;
    element.content.push(text);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.on("closetag", () => {
    open.pop();
    scopes.pop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Fault) {
      return { ok: false, reason: error.message, line: error.line, column: error.column };
    }
    throw error;
  }
  if (!root) return { ok: false, reason: "there is no element", line: 1, column: 1 };
  return { ok: true, root };
}

class Fault extends Error {
  readonly line: number;
  readonly column: number;

  constructor(reason: string, line: number, column: number) {
    super(reason);
    this.line = line;
    this.column = column;
  }
}

function scopeWith(
  outer: ReadonlyMap<string, string>,
  attributes: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const declared = Object.entries(attributes).filter(
    ([name]) => name === "xmlns" || name.startsWith("xmlns:"),
  );
  if (declared.length === 0) return outer;
  const scope = new Map(outer);
  for (const [name, value] of declared) scope.set(name === "xmlns" ? "" : name.slice(6), value);
  return scope;
}

function attribute(name: string, value: string, scope: ReadonlyMap<string, string>): XmlAttribute {
  if (name === "xmlns" || name.startsWith("xmlns:")) {
    return { name, local: name.slice(6), namespace: XMLNS, value };
  }
  const prefix = prefixOf(name);
  return { name, local: localOf(name), namespace: prefix ? (scope.get(prefix) ?? prefix) : "", value };
}

function prefixOf(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? "" : name.slice(0, colon);
}

function localOf(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
