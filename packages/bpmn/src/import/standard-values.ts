import { XSI } from "../xml/namespaces.ts";
import type { XmlAttribute, XmlElement } from "../xml/xml-element.ts";

/** Values that say no more than the absence of the attribute (defaults of BPMN 2.0.2), or that a flow always means. */
const STANDARD_VALUES: Readonly<Record<string, readonly string[]>> = {
  startQuantity: ["1"],
  completionQuantity: ["1"],
  isForCompensation: ["false"],
  isInterrupting: ["true"],
  cancelActivity: ["true"],
  parallelMultiple: ["false"],
  instantiate: ["false"],
  triggeredByEvent: ["false"],
  gatewayDirection: ["Unspecified", "unspecified"],
  eventGatewayType: ["Exclusive"],
  implementation: ["##unspecified"],
  isExecutable: ["true"],
  isClosed: ["false"],
  processType: ["None"],
  isImmediate: ["true"],
  waitForCompletion: ["true"],
  isSequential: ["false"],
  behavior: ["All"],
  cancelRemainingInstances: ["true"],
  ordering: ["Parallel"],
  testBefore: ["false"],
  isCollection: ["false"],
  isUnlimited: ["false"],
  associationDirection: ["None"],
  textFormat: ["text/plain"],
  isHorizontal: ["true"],
  itemKind: ["Information"],
};

/** Whether an attribute of an element says only what is true without it. */
export function saysNothing({ local, namespace, value }: XmlAttribute, element: XmlElement): boolean {
  if (namespace === XSI) return local === "type";
  if (value === "##WebService" && local === "implementation") {
    return /^(serviceTask|sendTask|receiveTask)$/.test(element.local);
  }
  return (
    namespace === "" &&
    Object.hasOwn(STANDARD_VALUES, local) &&
    (STANDARD_VALUES[local] ?? []).includes(value)
  );
}
