import { attributeOf, type XmlElement } from "../xml/xml-element.ts";
import { type BpmnModel, isTrue, triggersOf } from "./bpmn-model.ts";
import { is } from "./element-sorts.ts";
import { type BpmnRules, each } from "./rule.ts";

const gateways = (model: BpmnModel) => model.all("eventBasedGateway");
const WAITED: ReadonlySet<string> = new Set(["message", "timer", "signal", "conditional"]);

function targetsOf(gateway: XmlElement, model: BpmnModel): XmlElement[] {
  return model.outgoing(gateway).flatMap((flow) => model.refers(flow, "targetRef") ?? []);
}

function isWaiting(node: XmlElement, model: BpmnModel): boolean {
  if (is(node, "receiveTask")) return true;
  return (
    is(node, "intermediateCatchEvent") && triggersOf(node, model).every((trigger) => WAITED.has(trigger))
  );
}

export const GATEWAY_RULES = {
  "rule.event-gateway-target": {
    section: "10.6.6",
    message: {
      en: "The event-based gateway “{gateway}” leads to “{id}”, which waits for no event.",
      "zh-CN": "事件网关“{gateway}”之后的“{id}”不等待任何事件。",
    },
    fix: {
      en: "Only events that wait for a message, a time, a signal or a condition may follow, or receive tasks.",
      "zh-CN": "其后只能是等待消息、时间、信号或条件的事件，或接收任务。",
    },
    find: function* (model) {
      for (const gateway of gateways(model)) {
        for (const target of targetsOf(gateway, model)) {
          if (isWaiting(target, model)) continue;
          yield { element: target, params: { gateway: attributeOf(gateway, "id") ?? "" } };
        }
      }
    },
  },
  "rule.event-gateway-shared-target": {
    section: "10.6.6",
    message: {
      en: "Another sequence flow leads to “{id}”, which waits behind the event-based gateway “{gateway}”.",
      "zh-CN": "“{id}”位于事件网关“{gateway}”之后，但还有其他顺序流指向它。",
    },
    fix: {
      en: "Lead the other flow to an event of its own, or to the gateway.",
      "zh-CN": "请让其他顺序流指向单独的事件，或指向该网关。",
    },
    find: function* (model) {
      for (const gateway of gateways(model)) {
        for (const target of targetsOf(gateway, model)) {
          if (model.incoming(target).length < 2 || !isWaiting(target, model)) continue;
          yield { element: target, params: { gateway: attributeOf(gateway, "id") ?? "" } };
        }
      }
    },
  },
  "rule.event-gateway-mixed": {
    section: "10.6.6",
    message: {
      en: "Message events as well as receive tasks follow the event-based gateway “{id}”.",
      "zh-CN": "事件网关“{id}”之后同时有消息事件和接收任务。",
    },
    fix: { en: "Use one or the other.", "zh-CN": "请只使用其中一种。" },
    find: each(gateways, (gateway, model) => {
      const targets = targetsOf(gateway, model);
      return (
        targets.some((target) => is(target, "receiveTask")) &&
        targets.some(
          (target) => is(target, "intermediateCatchEvent") && triggersOf(target, model).includes("message"),
        )
      );
    }),
  },
  "rule.event-gateway-single": {
    section: "10.6.6",
    message: {
      en: "Fewer than two events follow the event-based gateway “{id}”.",
      "zh-CN": "事件网关“{id}”之后少于两个事件。",
    },
    fix: {
      en: "Draw a second event, or leave the gateway out.",
      "zh-CN": "请再画一个事件，或去掉该网关。",
    },
    find: each(gateways, (gateway, model) => model.outgoing(gateway).length < 2),
  },
  "rule.instantiate-incoming": {
    section: "10.6.6",
    message: {
      en: "“{id}” begins the process, but a sequence flow leads to it.",
      "zh-CN": "“{id}”用于启动流程，但有顺序流指向它。",
    },
    fix: {
      en: "Delete the sequence flow, or switch “instantiate” off.",
      "zh-CN": "请删除该顺序流，或关闭“instantiate”。",
    },
    find: each(
      (model) => model.all("eventBasedGateway", "receiveTask"),
      (node, model) => isTrue(attributeOf(node, "instantiate")) && model.incoming(node).length > 0,
    ),
  },
} satisfies BpmnRules;
