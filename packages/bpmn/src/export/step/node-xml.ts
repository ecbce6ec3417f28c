import type { ContainerNode, Node, Who } from "@flowright/definition";
import { isActivity, isContainer } from "@flowright/definition";
import { feel, type ProcessSheet } from "../file/sheet.ts";
import { textXml, type XmlNode } from "../file/xml-node.ts";
import { dataXml } from "./data-xml.ts";
import { type AnyEvent, eventXml, messageId } from "./event-xml.ts";
import { loopXml } from "./loop-xml.ts";
import { peopleXml } from "./people-xml.ts";

/** The element of BPMN that comes nearest to each kind of step. */
const ELEMENTS: Readonly<Record<Node["kind"], string>> = {
  start: "startEvent",
  end: "endEvent",
  catch: "intermediateCatchEvent",
  throw: "intermediateThrowEvent",
  boundary: "boundaryEvent",
  userTask: "userTask",
  approval: "userTask",
  serviceTask: "serviceTask",
  scriptTask: "scriptTask",
  businessRuleTask: "businessRuleTask",
  sendTask: "sendTask",
  receiveTask: "receiveTask",
  manualTask: "manualTask",
  exclusive: "exclusiveGateway",
  parallel: "parallelGateway",
  inclusive: "inclusiveGateway",
  eventBased: "eventBasedGateway",
  complex: "complexGateway",
  subProcess: "subProcess",
  eventSubProcess: "subProcess",
  transaction: "transaction",
  adHoc: "adHocSubProcess",
  plan: "adHocSubProcess",
  callActivity: "callActivity",
};

/** A step as an element, without what is inside of it and without the lines at it. */
export function nodeXml(node: Node, sheet: ProcessSheet): XmlNode {
  const element = sheet.element(`bpmn:${ELEMENTS[node.kind]}`, node.id);
  const name = sheet.file.text(node.name);
  if (name !== undefined) element.attributes.set("name", name);
  const documentation = sheet.file.text(node.documentation);
  if (documentation !== undefined) element.children.push(textXml("bpmn:documentation", documentation));
  if (isContainer(node)) element.children.push(...dataXml(node.variables, sheet));
  const [attributes, children] = partsOf(node, sheet);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.attributes.set(key, value);
  }
  element.children.push(...children);
  if (isActivity(node)) element.children.push(...loopXml(node.loop, sheet));
  return element;
}

type Parts = readonly [
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly XmlNode[],
];

function partsOf(node: Node, sheet: ProcessSheet): Parts {
  switch (node.kind) {
    case "start":
      return event(node.trigger, sheet, { isInterrupting: flag(node.interrupting) });
    case "end":
      return event(node.result, sheet);
    case "catch":
    case "throw":
      return event(node.event, sheet);
    case "boundary":
      return event(node.event, sheet, {
        attachedToRef: sheet.idOf(node.attachedTo),
        cancelActivity: flag(node.interrupting),
      });
    case "userTask":
    case "approval":
      return [{}, people(node.who, sheet)];
    case "serviceTask":
      return [{}, []];
    case "scriptTask":
      return [{ scriptFormat: "application/feel" }, [textXml("bpmn:script", scriptOf(node))]];
    case "sendTask":
    case "receiveTask":
      return [{ messageRef: messageId(node.message.name, sheet) }, []];
    case "callActivity":
      return [{ calledElement: node.process }, []];
    case "complex":
      return [{}, [feel("bpmn:activationCondition", needOf(node))]];
    case "subProcess":
    case "transaction":
    case "eventSubProcess":
    case "adHoc":
    case "plan":
      return container(node);
    case "businessRuleTask":
    case "manualTask":
    case "exclusive":
    case "parallel":
    case "inclusive":
    case "eventBased":
      return [{}, []];
  }
}

function event(
  trigger: AnyEvent | undefined,
  sheet: ProcessSheet,
  attributes: Readonly<Record<string, string | undefined>> = {},
): Parts {
  return [attributes, eventXml(trigger, sheet)];
}

/** An attribute that is true where it is absent. */
function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function people(who: Who, sheet: ProcessSheet): XmlNode[] {
  return peopleXml(who, sheet);
}

/** Assignments one a line, since BPMN leaves the language of scripts open. */
function scriptOf(node: Extract<Node, { kind: "scriptTask" }>): string {
  return node.assignments.map(({ target, value }) => `${target} = ${value}`).join("\n");
}

function needOf({ need }: Extract<Node, { kind: "complex" }>): string {
  return need.type === "count" ? `arrived >= ${need.count}` : need.condition;
}

function container(node: ContainerNode): Parts {
  switch (node.kind) {
    case "eventSubProcess":
      return [{ triggeredByEvent: "true" }, []];
    case "adHoc": {
      const attributes = {
        ordering:
          node.ordering === undefined ? undefined : node.ordering === "parallel" ? "Parallel" : "Sequential",
        cancelRemainingInstances: flag(node.cancelRemaining),
      };
      const { completion } = node;
      return [attributes, completion === undefined ? [] : [feel("bpmn:completionCondition", completion)]];
    }
    case "plan":
    case "subProcess":
    case "transaction":
      return [{}, []];
  }
}
