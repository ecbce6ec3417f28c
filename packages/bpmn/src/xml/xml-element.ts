/** An element of an XML file, as it was written: every attribute, every child, its place. */
export interface XmlElement {
  /** As written, with its prefix: `bpmn:task`. */
  readonly name: string;
  /** Without its prefix: `task`. */
  readonly local: string;
  /** What the prefix stands for; empty where it stands for nothing. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Texts and children in their order. */
  readonly content: readonly (string | XmlElement)[];
  /** All text that stands directly in it, CDATA included, untrimmed. */
  readonly text: string;
  readonly parent: XmlElement | null;
  /** Place of its opening tag, from 1. */
  readonly line: number;
  readonly column: number;
}

/** An attribute; declarations of namespaces (`xmlns`, `xmlns:…`) are attributes, too. */
export interface XmlAttribute {
  readonly name: string;
  readonly local: string;
  /** Empty for an attribute without prefix, which belongs to its element. */
  readonly namespace: string;
  readonly value: string;
}

/** The value of the attribute without prefix, or undefined. */
export function attributeOf(element: XmlElement, local: string, namespace = ""): string | undefined {
  return element.attributes.find((one) => one.local === local && one.namespace === namespace)?.value;
}

/** The children with a local name in a namespace, in order. */
export function childrenOf(
  element: XmlElement,
  namespace: string,
  ...locals: readonly string[]
): XmlElement[] {
  return element.children.filter((child) => child.namespace === namespace && locals.includes(child.local));
}

/** An element and all that is in it, in the order of the file. */
export function* withDescendants(element: XmlElement): Generator<XmlElement> {
  const open = [element];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child) open.push(child);
    }
  }
}
