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
