import { FLOWRIGHT } from "../extension/namespace.ts";
import type { ReasonCode } from "../report/reasons.ts";
import { BPMN, BPMNDI, DC, DI, XMLNS } from "../xml/namespaces.ts";
import { isDeclaration, writeXml } from "../xml/write-xml.ts";
import { withDescendants, type XmlElement } from "../xml/xml-element.ts";
import type { Flow } from "./flow.ts";
import { saysNothing } from "./standard-values.ts";

/** Where something that does not run is kept. */
export interface Owner {
  readonly of?: string;
  readonly at?: "process" | "file" | "collaboration" | "diagram";
}

const LONGEST = 1_000_000;
const MOST = 20_000;
const STANDARD: ReadonlySet<string> = new Set(["", BPMN, BPMNDI, DC, DI, XMLNS]);

/**
 * Claims what is left of an element that became something: its attributes and children that nobody claimed are kept for
 * the way back. Extensions are kept whole even where they were translated, so that the tool they come from finds them again.
 */
export function finish(flow: Flow, element: XmlElement, owner: Owner): void {
  flow.finished.add(element);
  const { ledger } = flow.file;
  for (const attribute of element.attributes) {
    if (isDeclaration(attribute)) {
      ledger.kept(attribute);
      continue;
    }
    const claimed = ledger.has(attribute);
    if (attribute.namespace === FLOWRIGHT) {
      ledger.kept(attribute);
      continue;
    }
    if (claimed && STANDARD.has(attribute.namespace)) continue;
    if (!claimed && saysNothing(attribute, element)) {
      ledger.kept(attribute);
      continue;
    }
    const { name, namespace, value } = attribute;
    if (flow.drawing.keptAttributes.length >= MOST || value.length > 100_000 || name.length > 400) {
      if (!claimed) ledger.refused(attribute, "too-much");
      continue;
    }
    flow.drawing.keptAttributes.push({
      ...owner,
      attribute: name,
      ...(namespace === "" ? {} : { namespace: namespace.slice(0, 2000) }),
      value,
    });
    if (!claimed) ledger.annotation(attribute, STANDARD.has(namespace) ? "no-counterpart" : "other-tool");
  }
  for (const child of element.children) {
    if (child.namespace === BPMN && child.local === "extensionElements") {
      ledger.kept(child);
      for (const attribute of child.attributes) ledger.kept(attribute);
      for (const extension of child.children) {
        if (extension.namespace === FLOWRIGHT) ours(flow, extension);
        else keep(flow, extension, owner, "other-tool");
      }
    } else if (!ledger.has(child)) {
      keep(flow, child, owner, STANDARD.has(child.namespace) ? "no-counterpart" : "other-tool");
    } else if (!flow.finished.has(child)) finishPart(flow, child, owner);
  }
}

/** Keeps an element verbatim. Parts of it that were claimed before stay what they are. */
export function keep(flow: Flow, element: XmlElement, owner: Owner, code: ReasonCode): void {
  const { ledger } = flow.file;
  const xml = writeXml(element);
  const fits = flow.drawing.kept.length < MOST && xml.length <= LONGEST;
  if (fits) flow.drawing.kept.push({ ...owner, xml });
  for (const each of withDescendants(element)) {
    for (const part of [each, ...each.attributes]) {
      if (ledger.has(part)) continue;
      if (fits) ledger.annotation(part, code);
      else ledger.refused(part, "too-much");
    }
  }
}

/**
 * Claims what is left of a part of a step (a loop, an event definition, …). If something of it was not said otherwise,
 * the whole part is kept. Ids of such parts are given anew on the way back.
 */
export function finishPart(flow: Flow, part: XmlElement, owner: Owner): void {
  const { ledger } = flow.file;
  let complete = true;
  for (const element of withDescendants(part)) {
    if (!ledger.has(element)) complete = false;
    for (const attribute of element.attributes) {
      if (ledger.has(attribute)) continue;
      if (isDeclaration(attribute) || saysNothing(attribute, element)) ledger.kept(attribute);
      else if (attribute.name === "id") ledger.refused(attribute, "id-anew");
      else complete = false;
    }
  }
  if (!complete) keep(flow, part, owner, "no-counterpart");
}

/** What our own export wrote is read by `src/extension`. */
function ours(flow: Flow, extension: XmlElement): void {
  for (const each of withDescendants(extension)) flow.file.ledger.kept(each, ...each.attributes);
}
