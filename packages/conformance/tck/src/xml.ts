import { Parser } from "saxen";

/** An element with the prefixes taken off its name and the names of its attributes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

/** The root element of an XML text; throws for a text that is not well formed. */
export function readXml(xml: string): XmlElement {
  const top: { children: XmlElement[]; text: string } = { children: [], text: "" };
  const open = [top];
  const parser = new Parser();
  parser.on("openTag", (name, attributes, decode) => {
    const element = {
      name: localName(name),
      attributes: new Map(
        Object.entries(attributes()).map(([key, value]): [string, string] => [localName(key), decode(value)]),
      ),
      children: [],
      text: "",
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closeTag", () => open.pop());
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", (text, decode) => addText(decode(text)));
  parser.on("cdata", addText);
  parser.on("error", (error) => {
    throw error;
  });
  parser.parse(xml);
  const [root] = top.children;
  if (!root) throw new Error("The XML has no element.");
  return root;
}

/** The first child of this name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

/** All children of this name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** The text of the child `text`, as expressions are written in DMN. */
export function textIn(element: XmlElement | undefined): string {
  return child(element, "text")?.text.trim() ?? "";
}

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.get(name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
