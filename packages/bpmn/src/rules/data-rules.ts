import { BPMN } from "../xml/namespaces.ts";
import { childrenOf, type XmlElement } from "../xml/xml-element.ts";
import { type BpmnModel, textOf } from "./bpmn-model.ts";
import { is } from "./element-sorts.ts";
import { type BpmnRules, each } from "./rule.ts";

const inputs = (model: BpmnModel) => model.all("dataInputAssociation");
const outputs = (model: BpmnModel) => model.all("dataOutputAssociation");
const ITEM_AWARE = [
  "dataObject",
  "dataObjectReference",
  "dataStoreReference",
  "property",
  "dataInput",
  "dataOutput",
];

function ends(line: XmlElement, local: "sourceRef" | "targetRef", model: BpmnModel): XmlElement[] {
  return childrenOf(line, BPMN, local).flatMap((entry) => model.byId(textOf(entry)) ?? []);
}

function isInside(element: XmlElement, owner: XmlElement | null): boolean {
  for (let around: XmlElement | null = element; around; around = around.parent)
    if (around === owner) return true;
  return false;
}

export const DATA_RULES = {
  "rule.data-input-target": {
    section: "10.4.1",
    message: {
      en: "The data association “{id}” fills something that is no input of the activity or event it belongs to.",
      "zh-CN": "数据关联“{id}”填充的不是所属活动或事件的输入。",
    },
    fix: {
      en: "Lead it to a data input or a property of the same activity or event.",
      "zh-CN": "请将其指向同一活动或事件的数据输入或属性。",
    },
    find: each(inputs, (line, model) =>
      ends(line, "targetRef", model).some(
        (end) => is(end, ...ITEM_AWARE) && !(is(end, "dataInput", "property") && isInside(end, line.parent)),
      ),
    ),
  },
  "rule.data-output-source": {
    section: "10.4.1",
    message: {
      en: "The data association “{id}” takes from something that is no output of the activity or event it belongs to.",
      "zh-CN": "数据关联“{id}”取自的不是所属活动或事件的输出。",
    },
    fix: {
      en: "Let it begin at a data output or a property of the same activity or event.",
      "zh-CN": "请从同一活动或事件的数据输出或属性开始。",
    },
    find: each(outputs, (line, model) =>
      ends(line, "sourceRef", model).some(
        (end) => is(end, ...ITEM_AWARE) && !(is(end, "dataOutput", "property") && isInside(end, line.parent)),
      ),
    ),
  },
  "rule.data-association-end": {
    section: "10.4.1",
    message: {
      en: "The data association “{id}” begins or ends at something that holds no data.",
      "zh-CN": "数据关联“{id}”的起点或终点不是数据元素。",
    },
    fix: {
      en: "Connect it with a data object, a data store, a property, an input or an output.",
      "zh-CN": "请连接数据对象、数据存储、属性、输入或输出。",
    },
    find: each(
      (model) => [...inputs(model), ...outputs(model)],
      (line, model) =>
        [...ends(line, "sourceRef", model), ...ends(line, "targetRef", model)].some(
          (end) => !is(end, ...ITEM_AWARE),
        ),
    ),
  },
  "rule.loop-count": {
    section: "10.3.8",
    message: {
      en: "The loop of “{id}” must say either a number or a collection, and only one of them.",
      "zh-CN": "“{id}”的多实例必须且只能设置数量或集合中的一种。",
    },
    fix: {
      en: "Give the number of instances, or the list that has one item for each.",
      "zh-CN": "请设置实例数量，或设置每项对应一个实例的列表。",
    },
    find: function* (model) {
      for (const loop of model.all("multiInstanceLoopCharacteristics")) {
        const said = childrenOf(loop, BPMN, "loopCardinality", "loopDataInputRef").length;
        const elsewhere = loop.attributes.some(
          ({ namespace, name }) => namespace !== "" && !name.startsWith("xmlns"),
        );
        const extended = childrenOf(loop, BPMN, "extensionElements").length > 0;
        if (said > 1 || (said === 0 && !elsewhere && !extended)) yield { element: loop.parent ?? loop };
      }
    },
  },
} satisfies BpmnRules;
