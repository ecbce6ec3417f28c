import { attributeOf, type XmlElement } from "../xml/xml-element.ts";
import { type BpmnModel, textOf } from "./bpmn-model.ts";
import { is, isActivity, isFlowNode } from "./element-sorts.ts";
import type { BpmnRules } from "./rule.ts";

type Wanted = readonly [name: string, fits: (element: XmlElement) => boolean];

const one = (local: string): Wanted => [local, (element) => is(element, local)];
const ACTIVITY: Wanted = ["activity", isActivity];

/** What the references of BPMN mean, by the name of the attribute or element that holds them. */
const REFERENCES: Readonly<Record<string, Wanted>> = {
  messageRef: one("message"),
  signalRef: one("signal"),
  errorRef: one("error"),
  escalationRef: one("escalation"),
  attachedToRef: ACTIVITY,
  default: one("sequenceFlow"),
  incoming: one("sequenceFlow"),
  outgoing: one("sequenceFlow"),
  flowNodeRef: ["flow node", isFlowNode],
  processRef: one("process"),
  dataObjectRef: one("dataObject"),
  dataStoreRef: one("dataStore"),
  itemSubjectRef: one("itemDefinition"),
  categoryValueRef: one("categoryValue"),
  resourceRef: one("resource"),
  operationRef: one("operation"),
  messageFlowRef: one("messageFlow"),
  participantRef: one("participant"),
  definitionalCollaborationRef: one("collaboration"),
};

function* references(element: XmlElement): Generator<readonly [name: string, reference: string]> {
  for (const { local, namespace, value } of element.attributes) {
    if (namespace === "") yield [local, value];
  }
  for (const child of element.children) {
    if (child.namespace === element.namespace && child.children.length === 0)
      yield [child.local, textOf(child)];
  }
}

export const REFERENCE_RULES = {
  "rule.id-twice": {
    section: "8.3.1",
    message: { en: "The id “{id}” is used more than once.", "zh-CN": "id“{id}”重复使用。" },
    fix: { en: "Give every element an id of its own.", "zh-CN": "请为每个元素设置唯一的 id。" },
    find: function* (model: BpmnModel) {
      const seen = new Set<string>();
      for (const element of model.elements) {
        const id = attributeOf(element, "id");
        if (id === undefined) continue;
        if (seen.has(id)) yield { element };
        seen.add(id);
      }
    },
  },
  "rule.reference-type": {
    section: "8.3.1",
    message: {
      en: "“{id}” refers with {attribute} to “{reference}”, which is a {found}; a {wanted} is needed.",
      "zh-CN": "“{id}”的 {attribute} 引用了“{reference}”，它是 {found}，应为 {wanted}。",
    },
    fix: { en: "Refer to a {wanted}.", "zh-CN": "请引用 {wanted}。" },
    find: function* (model: BpmnModel) {
      for (const element of model.elements) {
        for (const [attribute, reference] of references(element)) {
          const wanted = Object.hasOwn(REFERENCES, attribute) ? REFERENCES[attribute] : undefined;
          const found = wanted && model.byId(reference);
          if (!wanted || !found || wanted[1](found)) continue;
          yield { element, params: { attribute, reference, found: found.local, wanted: wanted[0] } };
        }
      }
    },
  },
} satisfies BpmnRules;
