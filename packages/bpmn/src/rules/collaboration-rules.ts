import { BPMN } from "../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../xml/xml-element.ts";
import { type BpmnModel, processOf, textOf, triggersOf } from "./bpmn-model.ts";
import { is, isActivity, isFlowNode } from "./element-sorts.ts";
import { type BpmnRules, each } from "./rule.ts";

const messageFlows = (model: BpmnModel) => model.all("messageFlow");

/** The pool that something is or lies in: the participant, or that of the process around it. */
function poolOf(end: XmlElement, model: BpmnModel): XmlElement | null {
  if (is(end, "participant")) return end;
  const process = processOf(end);
  if (!process) return null;
  const pools = model.once("pools", () => {
    const ofProcess = model
      .all("participant")
      .map((pool) => [model.refers(pool, "processRef"), pool] as const);
    return new Map(ofProcess.reverse());
  });
  return pools.get(process) ?? process;
}

function cannotSend(end: XmlElement, model: BpmnModel): boolean {
  if (isActivity(end) || is(end, "participant", "conversation", "callConversation", "subConversation"))
    return false;
  return !(is(end, "endEvent", "intermediateThrowEvent") && triggersOf(end, model).includes("message"));
}

function cannotReceive(end: XmlElement, model: BpmnModel): boolean {
  if (isActivity(end) || is(end, "participant", "conversation", "callConversation", "subConversation"))
    return false;
  return !(
    is(end, "startEvent", "intermediateCatchEvent", "boundaryEvent") &&
    triggersOf(end, model).includes("message")
  );
}

export const COLLABORATION_RULES = {
  "rule.message-flow-inside-pool": {
    section: "9.4",
    message: {
      en: "The message flow “{id}” begins and ends in one and the same pool.",
      "zh-CN": "消息流“{id}”的起点和终点在同一个池中。",
    },
    fix: { en: "Use a sequence flow, or a message event.", "zh-CN": "请改用顺序流或消息事件。" },
    find: each(messageFlows, (flow, model) => {
      const [source, target] = [model.refers(flow, "sourceRef"), model.refers(flow, "targetRef")];
      if (!source || !target) return false;
      const pool = poolOf(source, model);
      return pool !== null && pool === poolOf(target, model);
    }),
  },
  "rule.message-flow-source": {
    section: "7.6.2",
    message: {
      en: "The message flow “{id}” begins at something that sends nothing.",
      "zh-CN": "消息流“{id}”的起点不能发送消息。",
    },
    fix: {
      en: "Begin it at a pool, an activity, or an event that throws a message.",
      "zh-CN": "起点应为池、活动或抛出消息的事件。",
    },
    find: each(messageFlows, (flow, model) => {
      const source = model.refers(flow, "sourceRef");
      return source !== undefined && cannotSend(source, model);
    }),
  },
  "rule.message-flow-target": {
    section: "7.6.2",
    message: {
      en: "The message flow “{id}” ends at something that receives nothing.",
      "zh-CN": "消息流“{id}”的终点不能接收消息。",
    },
    fix: {
      en: "End it at a pool, an activity, or an event that catches a message.",
      "zh-CN": "终点应为池、活动或捕获消息的事件。",
    },
    find: each(messageFlows, (flow, model) => {
      const target = model.refers(flow, "targetRef");
      return target !== undefined && cannotReceive(target, model);
    }),
  },
  "rule.lane-twice": {
    section: "10.8",
    message: {
      en: "“{id}” lies in several lanes of one set: {lanes}.",
      "zh-CN": "“{id}”同时位于同一组泳道的多个泳道中：{lanes}。",
    },
    fix: { en: "Leave it in one of them.", "zh-CN": "请只保留在其中一个泳道。" },
    find: function* (model) {
      for (const set of model.all("laneSet", "childLaneSet")) {
        const lanes = new Map<XmlElement, string[]>();
        for (const lane of childrenOf(set, BPMN, "lane")) {
          for (const node of new Set(nodesOfLane(lane, model))) {
            const ids = lanes.get(node) ?? [];
            ids.push(attributeOf(lane, "id") ?? "");
            lanes.set(node, ids);
          }
        }
        for (const [element, ids] of lanes) {
          if (ids.length > 1) yield { element, params: { lanes: ids.slice(0, 10).join(", ") } };
        }
      }
    },
  },
  "rule.lane-elsewhere": {
    section: "10.8",
    message: {
      en: "The lane “{id}” holds a step of another process: {node}.",
      "zh-CN": "泳道“{id}”包含其他流程的节点：{node}。",
    },
    fix: { en: "Take it out of the lane.", "zh-CN": "请将其移出该泳道。" },
    find: function* (model) {
      for (const lane of model.all("lane")) {
        for (const node of nodesOfLane(lane, model)) {
          if (!isFlowNode(node) || processOf(node) === processOf(lane)) continue;
          yield { element: lane, params: { node: attributeOf(node, "id") ?? "" } };
        }
      }
    },
  },
} satisfies BpmnRules;

function nodesOfLane(lane: XmlElement, model: BpmnModel): XmlElement[] {
  return childrenOf(lane, BPMN, "flowNodeRef").flatMap((entry) => model.byId(textOf(entry)) ?? []);
}
