import { BPMN, BPMNDI } from "../../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import type { BpmnFile } from "../bpmn-file.ts";
import type { Flow } from "../flow.ts";
import { finish, keep } from "../keep.ts";
import { flowAround } from "./collaboration.ts";

const NAMED = /^(message|signal|error|escalation)$/;

/** What stands in the file beside its processes: named things, types, the diagram. The first flow keeps it. */
export function readRest(file: BpmnFile, flows: ReadonlyMap<XmlElement, Flow>, first: Flow): void {
  const { ledger, root } = file;
  ledger.kept(root);
  for (const diagram of childrenOf(root, BPMNDI, "BPMNDiagram")) readDiagramRest(file, flows, first, diagram);
  for (const element of root.children) {
    if (element.namespace === BPMN && NAMED.test(element.local)) readNamed(file, first, element);
  }
  finish(first, root, { at: "file" });
}

/** A message, signal, error or escalation lives on in the steps that name it. */
function readNamed(file: BpmnFile, first: Flow, element: XmlElement): void {
  if (!file.usedRoots.has(element)) return;
  const { ledger } = file;
  const name =
    attributeOf(element, `${element.local}Code`) ||
    attributeOf(element, "name") ||
    attributeOf(element, "id");
  ledger.translated(element, element.local, `${element.local}: ${name ?? ""}`);
  const plain = element.children.length === 0 && element.attributes.every((one) => SAID.test(one.name));
  for (const attribute of element.attributes) {
    if (/^(name|errorCode|escalationCode)$/.test(attribute.name))
      ledger.translated(attribute, attribute.value, name ?? "");
    else if (attribute.name === "id" && plain) ledger.refused(attribute, "id-anew");
  }
  if (!plain) keep(first, element, { at: "file" }, "no-counterpart");
}

const SAID = /^(id|name|errorCode|escalationCode)$/;

function readDiagramRest(
  file: BpmnFile,
  flows: ReadonlyMap<XmlElement, Flow>,
  first: Flow,
  diagram: XmlElement,
): void {
  const { ledger } = file;
  ledger.kept(diagram);
  for (const plane of childrenOf(diagram, BPMNDI, "BPMNPlane")) {
    ledger.kept(plane);
    refuseIds(file, plane);
    ledger.kept(plane.attributes.find((one) => one.name === "bpmnElement"));
    for (const di of plane.children) if (!ledger.has(di)) readUndrawn(file, flows, first, di);
    finish(first, plane, { at: "diagram" });
  }
  refuseIds(file, diagram);
  finish(first, diagram, { at: "diagram" });
}

/** A shape or line of something that is kept as it was is kept as it was, too. */
function readUndrawn(
  file: BpmnFile,
  flows: ReadonlyMap<XmlElement, Flow>,
  first: Flow,
  di: XmlElement,
): void {
  const reference = di.attributes.find((one) => one.name === "bpmnElement");
  const element = file.element(reference?.value);
  if (reference && !element)
    file.ledger.refused(reference, "leads-nowhere", { id: reference.value.slice(0, 100) });
  const owner = element && flowAround(element, file, flows);
  keep(owner ?? first, di, { at: "diagram" }, reference && !element ? "leads-nowhere" : "drawing-only");
}

function refuseIds(file: BpmnFile, element: XmlElement): void {
  const id = element.attributes.find((one) => one.name === "id");
  if (id) file.ledger.refused(id, "diagram-anew");
}
