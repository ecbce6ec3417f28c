import { attributeOf } from "../xml/xml-element.ts";
import { type BpmnModel, isFalse, scopeOf, triggersOf } from "./bpmn-model.ts";
import { is, isActivity } from "./element-sorts.ts";
import { type BpmnRules, each } from "./rule.ts";

const boundaries = (model: BpmnModel) => model.all("boundaryEvent");

export const BOUNDARY_RULES = {
  "rule.boundary-incoming": {
    section: "10.5.4",
    message: {
      en: "A sequence flow leads to the boundary event “{id}”.",
      "zh-CN": "有顺序流指向边界事件“{id}”。",
    },
    fix: {
      en: "Lead it to the activity, or to an intermediate event.",
      "zh-CN": "请将其指向活动，或改用中间事件。",
    },
    find: each(boundaries, (event, model) => model.incoming(event).length > 0),
  },
  "rule.boundary-host": {
    section: "10.5.4",
    message: {
      en: "The boundary event “{id}” is attached to an activity of another process or sub-process.",
      "zh-CN": "边界事件“{id}”附着的活动位于其他流程或子流程中。",
    },
    fix: {
      en: "Put the event beside the activity that it is attached to.",
      "zh-CN": "请将事件放到所附着活动的同一层。",
    },
    find: each(boundaries, (event, model) => {
      const host = model.refers(event, "attachedToRef");
      return host !== undefined && isActivity(host) && scopeOf(host) !== scopeOf(event);
    }),
  },
  "rule.boundary-no-way-on": {
    section: "10.5.4",
    message: {
      en: "Nothing follows the boundary event “{id}”.",
      "zh-CN": "边界事件“{id}”之后没有任何节点。",
    },
    fix: {
      en: "Draw a sequence flow from it to what happens then.",
      "zh-CN": "请从它引出顺序流，连接后续节点。",
    },
    find: each(
      boundaries,
      (event, model) =>
        !triggersOf(event, model).includes("compensate") && model.outgoing(event).length === 0,
    ),
  },
  "rule.boundary-trigger": {
    section: "10.5.4",
    message: {
      en: "The boundary event “{id}” reacts to nothing that can happen at the edge of an activity.",
      "zh-CN": "边界事件“{id}”没有设置适用于活动边界的触发器。",
    },
    fix: {
      en: "Choose a time, a message, an error or another trigger; links and terminations are none.",
      "zh-CN": "请选择时间、消息、错误等触发器；链接和终止不适用。",
    },
    find: each(boundaries, (event, model) => {
      const triggers = triggersOf(event, model);
      return (
        triggers.length === 0 || triggers.some((trigger) => trigger === "link" || trigger === "terminate")
      );
    }),
  },
  "rule.boundary-goes-on": {
    section: "10.5.4",
    message: {
      en: "The boundary event “{id}” reacts to an error or a cancellation, after which the activity cannot go on.",
      "zh-CN": "边界事件“{id}”响应错误或取消，活动不可能继续执行。",
    },
    fix: { en: "Let it interrupt the activity.", "zh-CN": "请设为中断型。" },
    find: each(
      boundaries,
      (event, model) =>
        isFalse(attributeOf(event, "cancelActivity")) &&
        triggersOf(event, model).some((trigger) => trigger === "error" || trigger === "cancel"),
    ),
  },
  "rule.cancel-boundary-host": {
    section: "10.5.4",
    message: {
      en: "The boundary event “{id}” waits for a cancellation at something that is no transaction.",
      "zh-CN": "边界事件“{id}”等待取消，但所附着的不是事务子流程。",
    },
    fix: { en: "Attach it to a transaction.", "zh-CN": "请将其附着到事务子流程。" },
    find: each(boundaries, (event, model) => {
      const host = model.refers(event, "attachedToRef");
      return triggersOf(event, model).includes("cancel") && host !== undefined && !is(host, "transaction");
    }),
  },
} satisfies BpmnRules;
