import type { Loop } from "@flowright/definition";
import { feel, type ProcessSheet } from "../file/sheet.ts";
import { type XmlNode, xml } from "../file/xml-node.ts";

/** Loop characteristics [10.3.8]. BPMN counts instances, or names a collection that is data of the process. */
export function loopXml(loop: Loop | undefined, sheet: ProcessSheet): XmlNode[] {
  if (loop === undefined) return [];
  if (loop.type === "standard") {
    const attributes = { testBefore: loop.testBefore ?? false, loopMaximum: loop.maximum };
    return [
      xml("bpmn:standardLoopCharacteristics", attributes, [feel("bpmn:loopCondition", loop.condition)]),
    ];
  }
  const node = xml("bpmn:multiInstanceLoopCharacteristics", { isSequential: loop.sequential ?? false });
  node.children.push(...collectionXml(loop.collection, loop.item ?? "item", sheet));
  if (loop.completion !== undefined) node.children.push(feel("bpmn:completionCondition", loop.completion));
  return [node];
}

function collectionXml(collection: string, item: string, sheet: ProcessSheet): XmlNode[] {
  const field = sheet.fieldId(collection);
  if (field === undefined) {
    const number = /^\d+$/.test(collection);
    return [feel("bpmn:loopCardinality", number ? collection : `count(${collection})`)];
  }
  return [xml("bpmn:loopDataInputRef", {}, [{ text: field }]), xml("bpmn:inputDataItem", { name: item })];
}
