import { BPMN } from "../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../xml/xml-element.ts";
import { type BpmnModel, processOf, scopeOf, textOf } from "./bpmn-model.ts";
import { is, isActivity, isEvent, isFlowNode, isGateway } from "./element-sorts.ts";
import { type BpmnRules, each } from "./rule.ts";

const flows = (model: BpmnModel) => model.all("sequenceFlow");
const isConditional = (flow: XmlElement) => childrenOf(flow, BPMN, "conditionExpression").length > 0;

function ends(flow: XmlElement, model: BpmnModel): readonly [XmlElement | undefined, XmlElement | undefined] {
  return [model.refers(flow, "sourceRef"), model.refers(flow, "targetRef")];
}

export const SEQUENCE_FLOW_RULES = {
  "rule.end-outgoing": {
    section: "10.5.3",
    message: {
      en: "The sequence flow “{id}” leaves an end event.",
      "zh-CN": "顺序流“{id}”从结束事件引出。",
    },
    fix: {
      en: "Delete the sequence flow, or make the end event an intermediate event.",
      "zh-CN": "请删除该顺序流，或将结束事件改为中间事件。",
    },
    find: each(flows, (flow, model) => is(ends(flow, model)[0], "endEvent")),
  },
  "rule.start-incoming": {
    section: "10.5.2",
    message: {
      en: "The sequence flow “{id}” leads to a start event.",
      "zh-CN": "顺序流“{id}”指向开始事件。",
    },
    fix: {
      en: "Lead it to the step after the start event.",
      "zh-CN": "请将其指向开始事件之后的节点。",
    },
    find: each(flows, (flow, model) => is(ends(flow, model)[1], "startEvent")),
  },
  "rule.flow-crosses-pools": {
    section: "7.6.1",
    message: {
      en: "The sequence flow “{id}” leads from one process into another.",
      "zh-CN": "顺序流“{id}”从一个流程连到另一个流程。",
    },
    fix: { en: "Use a message flow instead.", "zh-CN": "请改用消息流。" },
    find: each(flows, (flow, model) => {
      const [source, target] = ends(flow, model);
      return source !== undefined && target !== undefined && processOf(source) !== processOf(target);
    }),
  },
  "rule.flow-crosses-border": {
    section: "10.3.5",
    message: {
      en: "The sequence flow “{id}” crosses the border of a sub-process.",
      "zh-CN": "顺序流“{id}”穿过了子流程的边界。",
    },
    fix: {
      en: "End inside the sub-process, and go on from the sub-process itself.",
      "zh-CN": "请在子流程内结束，再从子流程本身继续。",
    },
    find: each(flows, (flow, model) => {
      const [source, target] = ends(flow, model);
      if (!source || !target || processOf(source) !== processOf(target)) return false;
      return scopeOf(source) !== scopeOf(target);
    }),
  },
  "rule.flow-ends": {
    section: "7.6.1",
    message: {
      en: "The sequence flow “{id}” connects something that is no activity, event or gateway.",
      "zh-CN": "顺序流“{id}”连接的不是活动、事件或网关。",
    },
    fix: {
      en: "Use an association for data and notes.",
      "zh-CN": "数据和注释请用关联线连接。",
    },
    find: each(flows, (flow, model) =>
      ends(flow, model).some((end) => end !== undefined && !isFlowNode(end)),
    ),
  },
  "rule.default-not-outgoing": {
    section: "10.6.2",
    message: {
      en: "The default flow of “{id}” does not leave it.",
      "zh-CN": "“{id}”的默认流不是从它引出的。",
    },
    fix: {
      en: "Choose one of the sequence flows that leave it.",
      "zh-CN": "请在从它引出的顺序流中选择默认流。",
    },
    find: each(
      (model) => model.flowNodes,
      (node, model) => {
        const flow = model.refers(node, "default");
        return is(flow, "sequenceFlow") && flow !== undefined && model.refers(flow, "sourceRef") !== node;
      },
    ),
  },
  "rule.default-conditional": {
    section: "8.4.13",
    message: {
      en: "The default flow “{id}” has a condition, which nobody would ask.",
      "zh-CN": "默认流“{id}”设置了条件，该条件不会被判断。",
    },
    fix: { en: "Delete the condition.", "zh-CN": "请删除该条件。" },
    find: function* (model) {
      for (const node of model.flowNodes) {
        const flow = model.refers(node, "default");
        if (flow && isConditional(flow) && model.refers(flow, "sourceRef") === node) yield { element: flow };
      }
    },
  },
  "rule.condition-misplaced": {
    section: "8.4.13",
    message: {
      en: "The sequence flow “{id}” has a condition, but leaves something that does not choose.",
      "zh-CN": "顺序流“{id}”设置了条件，但其起点不做选择。",
    },
    fix: {
      en: "Delete the condition, or let an exclusive or inclusive gateway choose.",
      "zh-CN": "请删除该条件，或改由排他网关、包容网关选择。",
    },
    find: each(flows, (flow, model) => {
      const [source] = ends(flow, model);
      return (
        source !== undefined &&
        isConditional(flow) &&
        (isEvent(source) || is(source, "parallelGateway", "eventBasedGateway"))
      );
    }),
  },
  "rule.condition-alone": {
    section: "8.4.13",
    message: {
      en: "The only sequence flow out of an activity, “{id}”, has a condition: where it does not hold nothing goes on.",
      "zh-CN": "活动唯一的引出顺序流“{id}”设置了条件：条件不成立时无法继续。",
    },
    fix: {
      en: "Delete the condition, or draw a second sequence flow.",
      "zh-CN": "请删除该条件，或再画一条顺序流。",
    },
    find: each(flows, (flow, model) => {
      const [source] = ends(flow, model);
      return (
        source !== undefined &&
        isActivity(source) &&
        isConditional(flow) &&
        model.outgoing(source).length === 1
      );
    }),
  },
  "rule.flow-listing": {
    section: "8.4.13",
    message: {
      en: "“{id}” lists the sequence flow {flow} as coming in or going out, but that flow says otherwise.",
      "zh-CN": "“{id}”将顺序流 {flow} 列为流入或流出，但该顺序流并非如此。",
    },
    fix: {
      en: "Let the list say what the sequence flows say.",
      "zh-CN": "请使列表与顺序流一致。",
    },
    find: function* (model) {
      for (const node of model.flowNodes) {
        for (const entry of childrenOf(node, BPMN, "incoming", "outgoing")) {
          const flow = model.byId(textOf(entry));
          const end = entry.local === "incoming" ? "targetRef" : "sourceRef";
          if (!is(flow, "sequenceFlow") || !flow || model.refers(flow, end) === node) continue;
          yield { element: node, params: { flow: textOf(entry) } };
        }
      }
    },
  },
  "rule.gateway-direction": {
    section: "8.4.9",
    message: {
      en: "The gateway “{id}” says “{direction}”, but its sequence flows do not fit that.",
      "zh-CN": "网关“{id}”声明为“{direction}”，但与其顺序流不符。",
    },
    fix: {
      en: "Diverging has one way in, converging one way out, mixed several of both.",
      "zh-CN": "Diverging 只有一条流入，Converging 只有一条流出，Mixed 两侧都有多条。",
    },
    find: function* (model) {
      for (const gateway of model.flowNodes.filter(isGateway)) {
        const direction = attributeOf(gateway, "gatewayDirection") ?? "Unspecified";
        const [into, out] = [model.incoming(gateway).length, model.outgoing(gateway).length];
        const fits =
          direction === "Diverging"
            ? into <= 1 && out > 1
            : direction === "Converging"
              ? into > 1 && out <= 1
              : direction !== "Mixed" || (into > 1 && out > 1);
        if (!fits) yield { element: gateway, params: { direction } };
      }
    },
  },
} satisfies BpmnRules;
