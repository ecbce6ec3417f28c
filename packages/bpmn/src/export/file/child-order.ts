import type { XmlNode } from "./xml-node.ts";

/**
 * The order in which the XML schema wants the children of an element (Semantic.xsd, DI.xsd). What has no place here
 * is a flow element.
 */
const BEFORE: readonly string[] = [
  "documentation",
  "extensionElements",
  // sequenceFlow, lane, resource roles, message
  "conditionExpression",
  "categoryValueRef",
  "partitionElement",
  "flowNodeRef",
  "childLaneSet",
  "resourceRef",
  "resourceParameterBinding",
  "resourceAssignmentExpression",
  "resourceParameter",
  // flow nodes, callable elements
  "auditing",
  "monitoring",
  "categoryValue",
  "supportedInterfaceRef",
  "incoming",
  "outgoing",
  "ioSpecification",
  "ioBinding",
  "property",
  "dataInput",
  "dataOutput",
  "dataInputAssociation",
  "dataOutputAssociation",
  "inputSet",
  "outputSet",
  "participant",
  "messageFlow",
];
const ROLES: readonly string[] = ["performer", "humanPerformer", "potentialOwner", "resourceRole"];
const LOOPS: readonly string[] = ["standardLoopCharacteristics", "multiInstanceLoopCharacteristics"];
const ARTIFACTS: readonly string[] = ["association", "group", "textAnnotation"];
const AFTER: readonly string[] = [
  "correlationSubscription",
  "supports",
  "completionCondition",
  "activationCondition",
  "script",
  "rendering",
  "conversationNode",
  "eventDefinitionRef",
];

/** Puts the children of an element of BPMN, and of all in it, into the order of the schema. */
export function putInOrder(node: XmlNode): void {
  const isProcess = node.name === "bpmn:process";
  const rank = (name: string | undefined): number => {
    if (name === undefined) return 60;
    const before = BEFORE.indexOf(name);
    if (before >= 0) return before;
    if (ROLES.includes(name)) return isProcess ? 80 : 50;
    if (LOOPS.includes(name)) return 51;
    if (name === "laneSet") return 52;
    if (ARTIFACTS.includes(name)) return 70;
    return AFTER.includes(name) ? 90 + AFTER.indexOf(name) : 60;
  };
  node.children.sort((one, other) => rank(localOf(one)) - rank(localOf(other)));
  for (const child of node.children) {
    if ("name" in child && child.name.startsWith("bpmn:") && child.name !== "bpmn:extensionElements")
      putInOrder(child);
  }
}

function localOf(child: XmlNode["children"][number]): string | undefined {
  if ("raw" in child) return child.local;
  return "name" in child ? child.name.slice(child.name.indexOf(":") + 1) : undefined;
}
