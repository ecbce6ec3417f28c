import type { BilingualText, Node } from "@flowright/definition";
import type { ElementType } from "../../model/element/element-type.ts";

const KINDS: Readonly<Record<Node["kind"], readonly [en: string, zh: string]>> = {
  start: ["Start event", "开始事件"],
  end: ["End event", "结束事件"],
  userTask: ["User task", "用户任务"],
  approval: ["User task with an outcome", "带结果的用户任务"],
  serviceTask: ["Service task", "服务任务"],
  scriptTask: ["Script task", "脚本任务"],
  businessRuleTask: ["Business rule task", "业务规则任务"],
  sendTask: ["Send task", "发送任务"],
  receiveTask: ["Receive task", "接收任务"],
  manualTask: ["Manual task", "手工任务"],
  callActivity: ["Call activity", "调用活动"],
  subProcess: ["Embedded sub-process", "内嵌子流程"],
  eventSubProcess: ["Event sub-process", "事件子流程"],
  transaction: ["Transaction sub-process", "事务子流程"],
  adHoc: ["Ad-hoc sub-process", "即席子流程"],
  plan: ["Ad-hoc sub-process with dependencies", "带依赖的即席子流程"],
  exclusive: ["Exclusive gateway (XOR)", "排他网关（XOR）"],
  parallel: ["Parallel gateway (AND)", "并行网关（AND）"],
  inclusive: ["Inclusive gateway (OR)", "包容网关（OR）"],
  complex: ["Complex gateway", "复杂网关"],
  eventBased: ["Event-based gateway", "基于事件的网关"],
  catch: ["Intermediate catching event", "中间捕获事件"],
  throw: ["Intermediate throwing event", "中间抛出事件"],
  boundary: ["Boundary event", "边界事件"],
};

const EVENTS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  timer: ["timer", "定时"],
  message: ["message", "消息"],
  signal: ["signal", "信号"],
  error: ["error", "错误"],
  escalation: ["escalation", "升级"],
  condition: ["conditional", "条件"],
  compensation: ["compensation", "补偿"],
  cancel: ["cancel", "取消"],
  link: ["link", "链接"],
  terminate: ["terminate", "终止"],
};

/** What the notation calls a step; shown only to those who asked for it. */
export function bpmnTerm(node: Node): BilingualText {
  const [en, zh] = KINDS[node.kind];
  const event = EVENTS[eventOf(node) ?? ""];
  return event ? { en: `${en}, ${event[0]}`, "zh-CN": `${zh}（${event[1]}）` } : { en, "zh-CN": zh };
}

/** The same for something that can be added. */
export function bpmnTermOf(element: ElementType): BilingualText {
  return bpmnTerm({ id: "", attachedTo: "", ...element.draft() } as Node);
}

function eventOf(node: Node): string | undefined {
  switch (node.kind) {
    case "start":
      return node.trigger?.type;
    case "end":
      return node.result?.type;
    case "catch":
    case "throw":
    case "boundary":
      return node.event.type;
    default:
      return undefined;
  }
}
