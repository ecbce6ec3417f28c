import type { Edge, Field, Node } from "@flowright/definition";
import { BPMN } from "../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../xml/xml-element.ts";
import { declareData } from "./data/declare-data.ts";
import { readArtifacts } from "./drawing/artifacts.ts";
import { readDiagram } from "./drawing/diagram.ts";
import { readLanes } from "./drawing/lanes.ts";
import { compensationEdges } from "./edge/compensation-edges.ts";
import { edgesOf } from "./edge/edges-of.ts";
import { withChoices } from "./edge/with-choices.ts";
import { withEnds } from "./edge/with-ends.ts";
import type { Flow } from "./flow.ts";
import { finish, keep, type Owner } from "./keep.ts";
import { callOf } from "./step/call-of.ts";
import { containerOf, isContainerElement } from "./step/container-of.ts";
import { boundaryOf, eventOf } from "./step/event-of.ts";
import { gatewayOf } from "./step/gateway-of.ts";
import { taskOf } from "./step/task-of.ts";

export interface ScopeContent {
  readonly nodes: Node[];
  readonly edges: Edge[];
}

const TASK = /^(task|userTask|manualTask|serviceTask|scriptTask|businessRuleTask|sendTask|receiveTask)$/;
const EVENT = /^(startEvent|endEvent|intermediateCatchEvent|intermediateThrowEvent|implicitThrowEvent)$/;
const GATEWAY = /^(exclusive|parallel|inclusive|eventBased|complex)Gateway$/;

/** Whether an element of BPMN is a step of a flow. */
export function isStep({ local, namespace }: XmlElement): boolean {
  if (namespace !== BPMN) return false;
  return (
    [TASK, EVENT, GATEWAY, /^(boundaryEvent|callActivity)$/].some((kind) => kind.test(local)) ||
    isContainerElement(local)
  );
}

/** The steps and lines of a process or sub-process, with what is drawn beside them. */
export function readScope(
  flow: Flow,
  scope: XmlElement,
  owner: Owner,
  fields: Map<string, Field>,
): ScopeContent {
  const steps = scope.children.filter(isStep);
  readLanes(flow, scope);
  declareData(flow, scope, owner, fields);
  const beside = new Set(steps.filter(({ local }) => local !== "boundaryEvent"));
  const built = new Map<XmlElement, Node>();
  for (const step of steps) {
    const node = stepOf(flow, step, beside);
    if (node) built.set(step, node);
    else keep(flow, step, owner, "leads-nowhere");
  }
  const associations = compensationEdges(flow, scope, built);
  const lines = edgesOf(flow, scope, built, owner);
  for (const step of built.keys()) finishStep(flow, step);
  readArtifacts(flow, scope, owner);
  readDiagram(flow, [...built.keys(), ...lines.keys(), ...associations.keys()]);
  for (const child of scope.children) {
    if (child.namespace === BPMN && UNKNOWN_STEP.test(child.local) && !flow.file.ledger.has(child)) {
      flow.file.problem("bpmn.kind-unknown", child, attributeOf(child, "id"), { element: child.local });
      keep(flow, child, owner, "no-counterpart");
    }
  }
  return withEnds(flow, scope, withChoices(flow, built, lines, [...associations.values()]));
}

const UNKNOWN_STEP = /(Task|Event|Gateway|Activity|SubProcess)$/;

function stepOf(flow: Flow, step: XmlElement, beside: ReadonlySet<XmlElement>): Node | null {
  const { local } = step;
  if (TASK.test(local)) return taskOf(flow, step);
  if (EVENT.test(local)) return eventOf(flow, step);
  if (GATEWAY.test(local)) return gatewayOf(flow, step);
  if (local === "callActivity") return callOf(flow, step);
  if (local === "boundaryEvent") return boundaryOf(flow, step, beside);
  return containerOf(flow, step, (inner, owner, fields) => readScope(flow, inner, owner, fields));
}

/** What is left of a step once its lines are known. */
function finishStep(flow: Flow, step: XmlElement): void {
  const { ledger } = flow.file;
  for (const line of childrenOf(step, BPMN, "incoming", "outgoing")) {
    const target = flow.file.element(line.text);
    if (target?.local === "sequenceFlow" && ends(target).includes(attributeOf(step, "id"))) ledger.kept(line);
    else ledger.refused(line, "leads-nowhere", { id: line.text.trim().slice(0, 100) });
    for (const attribute of line.attributes) ledger.kept(attribute);
  }
  const handler = step.attributes.find((one) => one.name === "isForCompensation");
  if (handler?.value === "true") ledger.translated(handler, "isForCompensation", "edge");
  finish(flow, step, { of: flow.idOf(step) });
}

function ends(line: XmlElement): (string | undefined)[] {
  return ["sourceRef", "targetRef"].map((name) => attributeOf(line, name));
}
