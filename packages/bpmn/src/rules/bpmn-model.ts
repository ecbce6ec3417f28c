import { BPMN } from "../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../xml/xml-element.ts";
import { is, isFlowNode, isScope, isSubProcess } from "./element-sorts.ts";

const NONE: readonly XmlElement[] = [];

/** A file as the rules look at it: who refers to whom. */
export class BpmnModel {
  /** All elements of BPMN outside of extensions, in the order of the file. */
  readonly elements: readonly XmlElement[];
  /** Of several elements with one id the first. */
  readonly #byId = new Map<string, XmlElement>();
  readonly #once = new Map<string, unknown>();
  readonly #all = new Map<string, readonly XmlElement[]>();
  readonly #flowNodes: readonly XmlElement[];
  readonly #incoming = new Map<XmlElement, XmlElement[]>();
  readonly #outgoing = new Map<XmlElement, XmlElement[]>();

  constructor(root: XmlElement) {
    this.elements = [...modelElements(root)];
    this.#flowNodes = this.elements.filter(isFlowNode);
    for (const element of this.elements) {
      const id = attributeOf(element, "id");
      if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, element);
    }
    for (const flow of this.all("sequenceFlow")) {
      add(this.#outgoing, this.refers(flow, "sourceRef"), flow);
      add(this.#incoming, this.refers(flow, "targetRef"), flow);
    }
  }

  /** All elements with one of the names, in the order of the file; worked out once. */
  all(...locals: readonly string[]): readonly XmlElement[] {
    const key = locals.join(" ");
    const known = this.#all.get(key);
    if (known) return known;
    const found = this.elements.filter((element) => is(element, ...locals));
    this.#all.set(key, found);
    return found;
  }

  /** Something that is worked out once for the file, under a name of its own; rules stay linear by it. */
  once<T>(name: string, work: () => T): T {
    if (!this.#once.has(name)) this.#once.set(name, work());
    return this.#once.get(name) as T;
  }

  get flowNodes(): readonly XmlElement[] {
    return this.#flowNodes;
  }

  /** The element of an id or of a QName. */
  byId(reference: string | undefined): XmlElement | undefined {
    if (reference === undefined) return undefined;
    const id = reference.trim();
    return this.#byId.get(id) ?? this.#byId.get(id.slice(id.indexOf(":") + 1));
  }

  /** The element that an attribute refers to. */
  refers(element: XmlElement, attribute: string): XmlElement | undefined {
    return this.byId(attributeOf(element, attribute));
  }

  incoming(node: XmlElement): readonly XmlElement[] {
    return this.#incoming.get(node) ?? NONE;
  }

  outgoing(node: XmlElement): readonly XmlElement[] {
    return this.#outgoing.get(node) ?? NONE;
  }
}

function* modelElements(element: XmlElement): Generator<XmlElement> {
  if (element.namespace !== BPMN || element.local === "extensionElements") return;
  yield element;
  for (const child of element.children) yield* modelElements(child);
}

function add(map: Map<XmlElement, XmlElement[]>, key: XmlElement | undefined, value: XmlElement): void {
  if (!key) return;
  const list = map.get(key) ?? [];
  list.push(value);
  map.set(key, list);
}

/** The process or sub-process that an element stands in. */
export function scopeOf(element: XmlElement): XmlElement | null {
  for (let around = element.parent; around; around = around.parent) if (isScope(around)) return around;
  return null;
}

export function processOf(element: XmlElement): XmlElement | null {
  for (let around: XmlElement | null = element; around; around = around.parent) {
    if (is(around, "process")) return around;
  }
  return null;
}

/** What an event reacts to or does: `message`, `timer`, …; nothing for an event without a definition. */
export function triggersOf(event: XmlElement, model: BpmnModel): string[] {
  const own = event.children.filter(
    ({ local, namespace }) => namespace === BPMN && local.endsWith("EventDefinition"),
  );
  const referred = childrenOf(event, BPMN, "eventDefinitionRef").flatMap(
    ({ text }) => model.byId(text) ?? [],
  );
  return [...own, ...referred].map(({ local }) => local.slice(0, -"EventDefinition".length));
}

export function isEventSubProcess(element: XmlElement): boolean {
  return isSubProcess(element) && isTrue(attributeOf(element, "triggeredByEvent"));
}

export function isForCompensation(element: XmlElement): boolean {
  return isTrue(attributeOf(element, "isForCompensation"));
}

export function isTrue(value: string | undefined): boolean {
  return value === "true" || value === "1";
}

export function isFalse(value: string | undefined): boolean {
  return value === "false" || value === "0";
}

/** Steps that stand directly in a scope. */
export function nodesIn(scope: XmlElement): XmlElement[] {
  return scope.children.filter(isFlowNode);
}

/** Text of an element without white space around it. */
export function textOf(element: XmlElement): string {
  return element.text.trim();
}
