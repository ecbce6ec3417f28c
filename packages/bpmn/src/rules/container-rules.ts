import type { XmlElement } from "../xml/xml-element.ts";
import { type BpmnModel, isEventSubProcess, isForCompensation, nodesIn, triggersOf } from "./bpmn-model.ts";
import { is, isScope } from "./element-sorts.ts";
import { type BpmnRules, each } from "./rule.ts";

const eventSubProcesses = (model: BpmnModel) => model.elements.filter(isEventSubProcess);
const scopes = (model: BpmnModel) =>
  model.elements.filter((one) => isScope(one) && !is(one, "adHocSubProcess"));
const starts = (scope: XmlElement) => nodesIn(scope).filter((node) => is(node, "startEvent"));
const ends = (scope: XmlElement) => nodesIn(scope).filter((node) => is(node, "endEvent"));

/** Steps that a sequence flow need not lead to, or from. */
function standsAlone(node: XmlElement, model: BpmnModel): boolean {
  return (
    is(node, "startEvent", "endEvent", "boundaryEvent") ||
    isEventSubProcess(node) ||
    isForCompensation(node) ||
    triggersOf(node, model).includes("link")
  );
}

export const CONTAINER_RULES = {
  "rule.event-sub-process-connected": {
    section: "10.3.5",
    message: {
      en: "A sequence flow leads to or from the event sub-process “{id}”.",
      "zh-CN": "有顺序流与事件子流程“{id}”相连。",
    },
    fix: {
      en: "Delete the sequence flow: its start event begins it.",
      "zh-CN": "请删除该顺序流：事件子流程由其开始事件触发。",
    },
    find: each(
      eventSubProcesses,
      (one, model) => model.incoming(one).length + model.outgoing(one).length > 0,
    ),
  },
  "rule.event-sub-process-starts": {
    section: "10.3.5",
    message: {
      en: "The event sub-process “{id}” does not have exactly one start event.",
      "zh-CN": "事件子流程“{id}”必须有且只有一个开始事件。",
    },
    fix: {
      en: "Keep one start event, which says what it reacts to.",
      "zh-CN": "请只保留一个开始事件，用于设置触发器。",
    },
    find: each(eventSubProcesses, (one) => starts(one).length !== 1),
  },
  "rule.sub-process-starts": {
    section: "10.5.2",
    message: {
      en: "The sub-process “{id}” has several start events, although it begins in one way only.",
      "zh-CN": "子流程“{id}”有多个开始事件，但它只有一种启动方式。",
    },
    fix: { en: "Keep one start event.", "zh-CN": "请只保留一个开始事件。" },
    find: each(
      (model) => model.all("subProcess", "transaction"),
      (one) => !isEventSubProcess(one) && starts(one).length > 1,
    ),
  },
  "rule.ad-hoc-start-or-end": {
    section: "10.3.5",
    message: {
      en: "The ad-hoc sub-process “{id}” has a start or an end event.",
      "zh-CN": "即席子流程“{id}”中有开始事件或结束事件。",
    },
    fix: {
      en: "Delete it: people begin the steps as they see fit.",
      "zh-CN": "请删除：其中的节点由人员自行决定何时开始。",
    },
    find: each(
      (model) => model.all("adHocSubProcess"),
      (one) => starts(one).length + ends(one).length > 0,
    ),
  },
  "rule.start-missing": {
    section: "10.5.2",
    message: {
      en: "“{id}” has an end event, but no start event.",
      "zh-CN": "“{id}”有结束事件，但没有开始事件。",
    },
    fix: { en: "Draw a start event.", "zh-CN": "请添加开始事件。" },
    find: each(
      scopes,
      (scope) => ends(scope).length > 0 && starts(scope).length === 0 && !isEventSubProcess(scope),
    ),
  },
  "rule.end-missing": {
    section: "10.5.3",
    message: {
      en: "“{id}” has a start event, but no end event.",
      "zh-CN": "“{id}”有开始事件，但没有结束事件。",
    },
    fix: { en: "Draw an end event.", "zh-CN": "请添加结束事件。" },
    find: each(scopes, (scope) => starts(scope).length > 0 && ends(scope).length === 0),
  },
  "rule.no-way-in": {
    section: "10.5.2",
    message: {
      en: "Nothing leads to “{id}”, although there is a start event.",
      "zh-CN": "已有开始事件，但没有顺序流指向“{id}”。",
    },
    fix: {
      en: "Connect it with what comes before, or delete it.",
      "zh-CN": "请将其与前面的节点相连，或删除。",
    },
    find: function* (model) {
      for (const scope of scopes(model).filter((one) => starts(one).length > 0)) {
        for (const node of nodesIn(scope)) {
          if (!standsAlone(node, model) && model.incoming(node).length === 0) yield { element: node };
        }
      }
    },
  },
  "rule.no-way-out": {
    section: "10.5.3",
    message: {
      en: "Nothing follows “{id}”, although there is an end event.",
      "zh-CN": "已有结束事件，但“{id}”之后没有任何节点。",
    },
    fix: { en: "Connect it with what follows, or with an end.", "zh-CN": "请将其与后续节点或结束事件相连。" },
    find: function* (model) {
      for (const scope of scopes(model).filter((one) => ends(one).length > 0)) {
        for (const node of nodesIn(scope)) {
          if (!standsAlone(node, model) && model.outgoing(node).length === 0) yield { element: node };
        }
      }
    },
  },
  "rule.start-no-way-out": {
    section: "10.5.2",
    message: { en: "Nothing follows the start event “{id}”.", "zh-CN": "开始事件“{id}”之后没有任何节点。" },
    fix: { en: "Connect it with the first step.", "zh-CN": "请将其与第一个节点相连。" },
    find: each(
      (model) => model.all("startEvent"),
      (event, model) => model.outgoing(event).length === 0,
    ),
  },
  "rule.end-no-way-in": {
    section: "10.5.3",
    message: { en: "Nothing leads to the end event “{id}”.", "zh-CN": "没有顺序流指向结束事件“{id}”。" },
    fix: { en: "Connect it with the last step, or delete it.", "zh-CN": "请将其与最后的节点相连，或删除。" },
    find: each(
      (model) => model.all("endEvent"),
      (event, model) => model.incoming(event).length === 0,
    ),
  },
} satisfies BpmnRules;
