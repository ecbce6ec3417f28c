import type { LocalizedText, Problem, WorkflowDefinition } from "@flowright/definition";
import { textOf } from "@flowright/definition";
import { FEEL } from "../../extension/namespace.ts";
import { XmlIds } from "./xml-ids.ts";
import { textXml, type XmlNode, xml } from "./xml-node.ts";

export type Language = "en" | "zh-CN";

/** What is written beside the processes of a file, and the ids in it. */
export class Sheet {
  readonly ids = new XmlIds();
  readonly problems: Problem[] = [];
  readonly language: Language;
  readonly #roots = new Map<string, XmlNode>();

  constructor(language: Language) {
    this.language = language;
  }

  /** Messages, signals, errors and so on, each once. */
  get roots(): readonly XmlNode[] {
    return [...this.#roots.values()];
  }

  /** The id of a root element of the file that stands for a name; it is made when first asked for. */
  root(element: string, prefix: string, name: string, attributes: Readonly<Record<string, string>>): string {
    const key = `${element} ${name}`;
    const known = this.#roots.get(key)?.attributes.get("id");
    if (known !== undefined) return known;
    const id = this.ids.make(prefix);
    this.#roots.set(key, xml(`bpmn:${element}`, { id, ...attributes }));
    return id;
  }

  add(key: string, node: XmlNode): void {
    this.#roots.set(key, node);
  }

  text(text: LocalizedText | undefined): string | undefined {
    return text === undefined ? undefined : textOf(text, this.language);
  }
}

/** One process of a file while it is written. */
export class ProcessSheet {
  readonly file: Sheet;
  readonly definition: WorkflowDefinition;
  readonly id: string;
  /** The elements by our ids: steps, lines, and what is drawn beside them. */
  readonly elements = new Map<string, XmlNode>();
  readonly #xmlIds = new Map<string, string>();
  readonly #fields = new Map<string, string>();

  constructor(file: Sheet, definition: WorkflowDefinition) {
    this.file = file;
    this.definition = definition;
    this.id = file.ids.take(definition.id, "Process");
  }

  /** Gives a step, a line or something drawn its id in the file; to be done for all before any is referred to. */
  name(id: string, prefix: string): void {
    if (!this.#xmlIds.has(id)) this.#xmlIds.set(id, this.file.ids.take(id, prefix));
  }

  /** The id in the file; undefined for what is not there. */
  idOf(id: string): string | undefined {
    return this.#xmlIds.get(id);
  }

  /** A new element for one of our ids. */
  element(name: string, id: string, attributes: Parameters<typeof xml>[1] = {}): XmlNode {
    const node = xml(name, { id: this.idOf(id) ?? this.file.ids.make("Element"), ...attributes });
    this.elements.set(id, node);
    return node;
  }

  /** Remembers the element that holds a field of the case. */
  field(name: string, id: string): void {
    this.#fields.set(name, id);
  }

  fieldId(name: string): string | undefined {
    return this.#fields.get(name);
  }
}

/** A FEEL expression as an element. */
export function feel(name: string, expression: string): XmlNode {
  return textXml(name, expression, { "xsi:type": "bpmn:tFormalExpression", language: FEEL });
}
