import { BPMN } from "../../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import type { BpmnFile } from "../bpmn-file.ts";
import type { Flow } from "../flow.ts";
import { finish, keep } from "../keep.ts";
import { readArtifacts } from "./artifacts.ts";

const AT = { at: "collaboration" } as const;

/**
 * Names the messages that go between processes: where neither end has a message of its own, the message flow is the
 * message, so that what one flow sends is what the other waits for.
 */
export function nameMessages(file: BpmnFile): void {
  for (const flow of collaborationsOf(file).flatMap((one) => childrenOf(one, BPMN, "messageFlow"))) {
    const ends = [attributeOf(flow, "sourceRef"), attributeOf(flow, "targetRef")].map((id) =>
      file.element(id),
    );
    const referred = [flow, ...ends].map((one) => one && messageAt(file, one)).find((message) => message);
    const name = referred
      ? attributeOf(referred, "name")?.trim() || attributeOf(referred, "id")
      : attributeOf(flow, "name")?.trim() || attributeOf(flow, "id");
    for (const end of ends)
      if (end && name && !file.messageFlowNames.has(end)) file.messageFlowNames.set(end, name);
  }
}

/** Tells the file what its pools are called: a process without a name has that of its pool. */
export function namePools(file: BpmnFile): void {
  for (const pool of collaborationsOf(file).flatMap((one) => childrenOf(one, BPMN, "participant"))) {
    const name = attributeOf(pool, "name")?.trim();
    const process = file.element(attributeOf(pool, "processRef"));
    if (name && process && !file.poolNames.has(process)) file.poolNames.set(process, name.slice(0, 4000));
  }
}

function messageAt(file: BpmnFile, element: XmlElement): XmlElement | undefined {
  const holders = [element, ...childrenOf(element, BPMN, "messageEventDefinition")];
  return holders
    .map((one) => file.element(attributeOf(one, "messageRef")))
    .find((message) => message?.local === "message");
}

/** Pools and message flows, each kept with the flow that it belongs to; what belongs to none with the first. */
export function readCollaborations(file: BpmnFile, flows: ReadonlyMap<XmlElement, Flow>, first: Flow): void {
  for (const collaboration of collaborationsOf(file)) {
    file.ledger.kept(collaboration);
    for (const participant of childrenOf(collaboration, BPMN, "participant")) {
      const process = file.element(attributeOf(participant, "processRef"));
      const reference = participant.attributes.find((one) => one.name === "processRef");
      const flow = process && flows.get(process);
      if (reference && !process) refuseReference(file, participant, reference.value);
      keep(flow ?? first, participant, AT, "drawing-only");
    }
    for (const messageFlow of childrenOf(collaboration, BPMN, "messageFlow"))
      readMessageFlow(file, flows, first, messageFlow);
    readArtifacts(first, collaboration, AT);
    finish(first, collaboration, AT);
  }
}

function readMessageFlow(
  file: BpmnFile,
  flows: ReadonlyMap<XmlElement, Flow>,
  first: Flow,
  messageFlow: XmlElement,
): void {
  const ends = ["sourceRef", "targetRef"].map((name) => file.element(attributeOf(messageFlow, name)));
  for (const name of ["sourceRef", "targetRef"]) {
    const reference = messageFlow.attributes.find((one) => one.name === name);
    if (reference && !file.element(reference.value))
      refuseReference(file, messageFlow, reference.value, name);
  }
  const names = ends.flatMap((end) => (end && file.messageFlowNames.get(end)) ?? []);
  const around = ends.map((end) => end && flowAround(end, file, flows));
  const between = ends.every((end, index) => end && end.local !== "participant" && around[index]);
  if (between && names[0] !== undefined)
    file.ledger.translated(messageFlow, "messageFlow", `message: ${names[0]}`);
  keep(around[0] ?? around[1] ?? first, messageFlow, AT, "drawing-only");
}

function refuseReference(file: BpmnFile, element: XmlElement, id: string, name = "processRef"): void {
  const part = element.attributes.find((one) => one.name === name);
  if (part) file.ledger.refused(part, "leads-nowhere", { id: id.slice(0, 100) });
  file.problem("bpmn.reference-nowhere", element, attributeOf(element, "id")?.slice(0, 100), {
    element: element.local,
    id: id.slice(0, 100),
  });
}

function collaborationsOf(file: BpmnFile): XmlElement[] {
  return childrenOf(file.root, BPMN, "collaboration");
}

/** The flow whose process an element lies in, or is the pool of. */
export function flowAround(
  element: XmlElement,
  file: BpmnFile,
  flows: ReadonlyMap<XmlElement, Flow>,
): Flow | undefined {
  const start = file.element(attributeOf(element, "processRef")) ?? element;
  for (let each: XmlElement | null = start; each; each = each.parent) {
    const flow = flows.get(each);
    if (flow) return flow;
  }
  return undefined;
}
