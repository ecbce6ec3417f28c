import type { Loop } from "@flowright/definition";
import { untranslated } from "../../expression/translate-expression.ts";
import { juelAttribute, said, zeebeExtension } from "../../foreign/engines.ts";
import { BPMN } from "../../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import { variableName, writableName } from "../data/variable-name.ts";
import type { Flow } from "../flow.ts";
import { finishPart } from "../keep.ts";

/** How often a step is done. */
export function loopOf(flow: Flow, step: XmlElement): { loop?: Loop } {
  const part = childrenOf(step, BPMN, "multiInstanceLoopCharacteristics", "standardLoopCharacteristics")[0];
  if (!part) return {};
  flow.file.ledger.kept(part);
  const loop =
    part.local === "standardLoopCharacteristics"
      ? standard(flow, step, part)
      : severalTimes(flow, step, part);
  finishPart(flow, part, { of: flow.idOf(step) });
  return { loop };
}

function standard(flow: Flow, step: XmlElement, part: XmlElement): Loop {
  const condition = childrenOf(part, BPMN, "loopCondition")[0];
  const most = said(part, "loopMaximum");
  const maximum =
    most && /^\d{1,9}$/.test(most.value) && Number(most.value) >= 1 ? Number(most.value) : undefined;
  if (maximum !== undefined) flow.file.ledger.kept(most);
  const before = attributeOf(part, "testBefore") === "true";
  if (before) flow.file.ledger.kept(said(part, "testBefore"));
  return {
    type: "standard",
    condition: loopCondition(flow, step, condition, maximum),
    ...(before ? { testBefore: true } : {}),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

function loopCondition(
  flow: Flow,
  step: XmlElement,
  condition: XmlElement | undefined,
  maximum?: number,
): string {
  if (condition && condition.text.trim() !== "") return expression(flow, step, condition, "boolean");
  if (maximum === undefined) flow.problem("bpmn.loop-unclear", step);
  return maximum === undefined ? untranslated("").feel : "true";
}

function severalTimes(flow: Flow, step: XmlElement, part: XmlElement): Loop {
  const zeebe = zeebeExtension(part, "loopCharacteristics");
  const sequential = attributeOf(part, "isSequential") === "true";
  if (sequential) flow.file.ledger.kept(said(part, "isSequential"));
  const item = itemOf(flow, part, zeebe);
  if (item !== undefined) flow.inner.add(item);
  const completion = childrenOf(part, BPMN, "completionCondition")[0];
  const output = zeebe && outputOf(flow, step, zeebe);
  flow.file.ledger.translated(zeebe, "loopCharacteristics", "loop");
  return {
    type: "multiInstance",
    ...(sequential ? { sequential } : {}),
    collection: collectionOf(flow, step, part, zeebe),
    ...(item === undefined ? {} : { item }),
    ...(completion && completion.text.trim() !== ""
      ? { completion: expression(flow, step, completion, "boolean") }
      : {}),
    ...(output ? { output } : {}),
  };
}

/** The list, or a number of times. */
function collectionOf(flow: Flow, step: XmlElement, part: XmlElement, zeebe: XmlElement | undefined): string {
  const { ledger } = flow.file;
  const list = juelAttribute(part, "collection");
  const input = said(zeebe, "inputCollection");
  const cardinality = childrenOf(part, BPMN, "loopCardinality")[0];
  const reference = childrenOf(part, BPMN, "loopDataInputRef")[0];
  if (list) {
    const name = writableName(list.value);
    if (name !== undefined && name === list.value.trim()) {
      flow.used.add(name);
      ledger.translated(list, list.value, `loop.collection: ${name}`);
      return name;
    }
    return flow.feel({ text: list.value, part: list }, "juel", step);
  }
  if (input) return flow.feel({ text: input.value, part: input }, "feel", step);
  if (cardinality && cardinality.text.trim() !== "") return expression(flow, step, cardinality, "any");
  const data = flow.file.element(reference?.text);
  const name = data && (variableName(flow, sourceOf(flow, step, data) ?? data) ?? undefined);
  if (reference && name !== undefined) {
    flow.used.add(name);
    ledger.translated(reference, reference.text.trim(), `loop.collection: ${name}`);
    return name;
  }
  flow.problem("bpmn.loop-unclear", step);
  return "null";
}

/** A loop names an input of its step; the list itself is what that input is associated with. */
function sourceOf(flow: Flow, step: XmlElement, input: XmlElement): XmlElement | undefined {
  const id = attributeOf(input, "id");
  for (const association of childrenOf(step, BPMN, "dataInputAssociation")) {
    if (childrenOf(association, BPMN, "targetRef")[0]?.text.trim() !== id) continue;
    return flow.file.element(childrenOf(association, BPMN, "sourceRef")[0]?.text);
  }
  return undefined;
}

function itemOf(flow: Flow, part: XmlElement, zeebe: XmlElement | undefined): string | undefined {
  const input = childrenOf(part, BPMN, "inputDataItem")[0];
  const named =
    juelAttribute(part, "elementVariable") ??
    said(zeebe, "inputElement") ??
    said(input, "name") ??
    said(input, "id");
  const name = named && writableName(named.value);
  if (name === undefined) return undefined;
  flow.file.ledger.translated(named, named?.value ?? "", `loop.item: ${name}`);
  flow.file.ledger.translated(input, "inputDataItem", `loop.item: ${name}`);
  return name;
}

function outputOf(
  flow: Flow,
  step: XmlElement,
  zeebe: XmlElement,
): { target: string; value: string } | undefined {
  const [collection, element] = [said(zeebe, "outputCollection"), said(zeebe, "outputElement")];
  const target = collection && writableName(collection.value);
  if (!collection || !element || target === undefined) return undefined;
  flow.used.add(target);
  flow.file.ledger.translated(collection, collection.value, `loop.output.target: ${target}`);
  return { target, value: flow.feel({ text: element.value, part: element }, "feel", step) };
}

function expression(flow: Flow, step: XmlElement, part: XmlElement, wanted: "boolean" | "any"): string {
  return flow.feel({ text: part.text, part }, flow.languageOf(part), step, wanted);
}
