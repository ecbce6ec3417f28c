import type { ContainerNode, Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { isContainer } from "@flowright/definition";
import { exportProblem } from "../export-problems.ts";
import { feel, type ProcessSheet } from "../file/sheet.ts";
import { textXml, type XmlNode, xml } from "../file/xml-node.ts";
import { nodeXml } from "./node-xml.ts";

type Scope = Pick<WorkflowDefinition | ContainerNode, "nodes" | "edges">;

/** Gives every step and line its id in the file. */
export function nameElements(scope: Scope, sheet: ProcessSheet): void {
  for (const node of scope.nodes) {
    sheet.name(node.id, "Node");
    if (isContainer(node)) nameElements(node, sheet);
  }
  for (const edge of scope.edges) sheet.name(edge.id, "Flow");
}

/** Steps and lines of a process or sub-process. */
export function flowXml(scope: Scope, sheet: ProcessSheet): XmlNode[] {
  const elements = new Map<string, XmlNode>();
  for (const node of scope.nodes) {
    const element = nodeXml(node, sheet);
    if (isContainer(node)) element.children.push(...flowXml(node, sheet));
    elements.set(node.id, element);
  }
  const kinds = new Map(scope.nodes.map((node) => [node.id, node]));
  const lines = scope.edges.flatMap((edge) => lineXml(edge, kinds.get(edge.source), elements, sheet));
  return [...elements.values(), ...lines];
}

function lineXml(
  edge: Edge,
  from: Node | undefined,
  elements: ReadonlyMap<string, XmlNode>,
  sheet: ProcessSheet,
): XmlNode[] {
  const source = elements.get(edge.source);
  const target = elements.get(edge.target);
  if (!source || !target) {
    sheet.file.problems.push(exportProblem("export.line-nowhere", edge.id));
    return [];
  }
  if (from?.kind === "boundary" && from.event.type === "compensation")
    return [undoing(edge, source, target, sheet)];
  const line = sheet.element("bpmn:sequenceFlow", edge.id, {
    name: sheet.file.text(edge.name),
    sourceRef: source.attributes.get("id"),
    targetRef: target.attributes.get("id"),
  });
  const id = line.attributes.get("id") ?? "";
  const condition =
    edge.condition ?? (edge.outcome === undefined ? undefined : `outcome = ${JSON.stringify(edge.outcome)}`);
  if (condition !== undefined) line.children.push(feel("bpmn:conditionExpression", condition));
  source.children.push(textXml("bpmn:outgoing", id));
  target.children.push(textXml("bpmn:incoming", id));
  if (edge.default && from && mayHaveDefault(from) && !source.attributes.has("default")) {
    source.attributes.set("default", id);
  }
  return [line];
}

/** What undoes a step hangs on an association instead of a sequence flow [10.7.1]. */
function undoing(edge: Edge, source: XmlNode, target: XmlNode, sheet: ProcessSheet): XmlNode {
  if (ACTIVITY.test(target.name)) target.attributes.set("isForCompensation", "true");
  return sheet.element("bpmn:association", edge.id, {
    associationDirection: "One",
    sourceRef: source.attributes.get("id"),
    targetRef: target.attributes.get("id"),
  });
}

const ACTIVITY = /[tT]ask$|SubProcess$|subProcess$|transaction$|callActivity$/;

function mayHaveDefault(node: Node): boolean {
  if (node.kind === "exclusive" || node.kind === "inclusive" || node.kind === "complex") return true;
  return (
    "loop" in node || ACTIVITY.test(`bpmn:${node.kind}`) || node.kind === "approval" || node.kind === "adHoc"
  );
}

/** A line of the settings' names and texts for a flow as a whole. */
export function processXml(sheet: ProcessSheet, data: readonly XmlNode[]): XmlNode {
  const { definition, file } = sheet;
  const element = xml("bpmn:process", {
    id: sheet.id,
    name: file.text(definition.name),
    isExecutable: true,
  });
  const description = file.text(definition.description);
  if (description !== undefined) element.children.push(textXml("bpmn:documentation", description));
  element.children.push(...data, ...flowXml(definition, sheet));
  return element;
}
