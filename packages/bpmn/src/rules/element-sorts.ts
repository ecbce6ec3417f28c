import { BPMN } from "../xml/namespaces.ts";
import type { XmlElement } from "../xml/xml-element.ts";

const TASKS = [
  "task",
  "userTask",
  "manualTask",
  "serviceTask",
  "scriptTask",
  "businessRuleTask",
  "sendTask",
  "receiveTask",
];
const SUB_PROCESSES = ["subProcess", "transaction", "adHocSubProcess"];
const EVENTS = [
  "startEvent",
  "endEvent",
  "intermediateCatchEvent",
  "intermediateThrowEvent",
  "boundaryEvent",
];
const GATEWAYS = [
  "exclusiveGateway",
  "parallelGateway",
  "inclusiveGateway",
  "complexGateway",
  "eventBasedGateway",
];

type Sort = (element: XmlElement) => boolean;

function sort(...locals: readonly string[]): Sort {
  const known = new Set(locals);
  return ({ local, namespace }) => namespace === BPMN && known.has(local);
}

export const isActivity = sort(...TASKS, ...SUB_PROCESSES, "callActivity");
export const isSubProcess = sort(...SUB_PROCESSES);
export const isEvent = sort(...EVENTS);
export const isGateway = sort(...GATEWAYS);
export const isFlowNode = sort(...TASKS, ...SUB_PROCESSES, ...EVENTS, ...GATEWAYS, "callActivity");
/** What holds steps and sequence flows. */
export const isScope = sort(...SUB_PROCESSES, "process", "subChoreography", "choreography");

export function is(element: XmlElement | undefined, ...locals: readonly string[]): boolean {
  return element?.namespace === BPMN && locals.includes(element.local);
}
