import type { MessageReference, MessageToSend, SignalReference } from "@flowright/definition";
import { said, zeebeExtension } from "../../foreign/engines.ts";
import { attributeOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";

const LONGEST = 200;

/** The message that a step sends or waits for: by reference, else by its message flow, else by its own name. */
function messageName(
  flow: Flow,
  step: XmlElement,
  holder: XmlElement,
): { name: string; message?: XmlElement } {
  const { ledger } = flow.file;
  const reference = said(holder, "messageRef");
  const message = flow.file.element(reference?.value);
  if (message?.local === "message") {
    flow.file.usedRoots.add(message);
    const name = attributeOf(message, "name")?.trim() || attributeOf(message, "id") || "message";
    ledger.translated(reference, reference?.value ?? "", `message: ${name}`);
    return { name: name.slice(0, LONGEST), message };
  }
  if (reference) nowhere(flow, step, holder, reference.value, "messageRef");
  const own = flow.file.messageFlowNames.get(step) ?? attributeOf(step, "name")?.trim();
  return { name: (own || flow.idOf(step)).slice(0, LONGEST) };
}

/** A message that is awaited. Camunda 8 says at the message by what cases are told apart. */
export function awaited(flow: Flow, step: XmlElement, holder: XmlElement): MessageReference {
  const { name, message } = messageName(flow, step, holder);
  const key = message && said(zeebeExtension(message, "subscription"), "correlationKey");
  return key ? { name, key: flow.feel({ text: key.value, part: key }, "feel", step) } : { name };
}

export function sent(flow: Flow, step: XmlElement, holder: XmlElement): MessageToSend {
  return { name: messageName(flow, step, holder).name };
}

export function signalOf(flow: Flow, step: XmlElement, definition: XmlElement): SignalReference {
  return { name: named(flow, step, definition, "signalRef", "signal", "name") ?? ownName(flow, step) };
}

/** The code of an error or escalation; undefined where the event catches any. */
export function codeOf(
  flow: Flow,
  step: XmlElement,
  definition: XmlElement,
  kind: "error" | "escalation",
): string | undefined {
  return (
    named(flow, step, definition, `${kind}Ref`, kind, `${kind}Code`) ??
    said(definition, `${kind}Code`)?.value.slice(0, LONGEST)
  );
}

export function ownName(flow: Flow, step: XmlElement): string {
  return (attributeOf(step, "name")?.trim() || flow.idOf(step)).slice(0, LONGEST);
}

function named(
  flow: Flow,
  step: XmlElement,
  definition: XmlElement,
  attribute: string,
  local: string,
  word: string,
): string | undefined {
  const reference = said(definition, attribute);
  if (!reference) return undefined;
  const target = flow.file.element(reference.value);
  if (target?.local !== local) {
    nowhere(flow, step, definition, reference.value, attribute);
    return undefined;
  }
  flow.file.usedRoots.add(target);
  const name =
    attributeOf(target, word)?.trim() || attributeOf(target, "name")?.trim() || attributeOf(target, "id");
  const used = (name || local).slice(0, LONGEST);
  flow.file.ledger.translated(reference, reference.value, `${local}: ${used}`);
  return used;
}

/** Says that a reference leads nowhere. */
export function nowhere(
  flow: Flow,
  step: XmlElement,
  holder: XmlElement,
  id: string,
  attribute: string,
): void {
  const part = holder.attributes.find((one) => one.local === attribute && one.namespace === "");
  if (part) flow.file.ledger.refused(part, "leads-nowhere", { id });
  flow.file.problem("bpmn.reference-nowhere", holder, flow.idOf(step), {
    element: holder.local,
    id: id.slice(0, 100),
  });
}
