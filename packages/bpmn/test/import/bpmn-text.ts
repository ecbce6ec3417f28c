import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { type ImportResult, importBpmn } from "../../src/index.ts";

const NAMESPACES = [
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
  'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"',
  'xmlns:flowable="http://flowable.org/bpmn"',
  'xmlns:activiti="http://activiti.org/bpmn"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:drools="http://www.jboss.org/drools"',
].join(" ");

/** A file with the given content below its root. */
export function fileOf(content: string, attributes = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<definitions ${NAMESPACES} id="D" targetNamespace="urn:t" ${attributes}>${content}</definitions>`;
}

/** A file with one process `P` of the given content. */
export function processOf(content: string, beside = "", attributes = ""): string {
  return fileOf(`${beside}<process id="P" name="Flow" isExecutable="true">${content}</process>`, attributes);
}

/** A file with start, one step, end, and lines between them; the step has the id `a`. */
export function around(step: string, beside = "", attributes = ""): string {
  return processOf(
    `<startEvent id="s"/>${step}<endEvent id="e"/>
     <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="e"/>`,
    beside,
    attributes,
  );
}

export function only(result: ImportResult): WorkflowDefinition {
  const [definition, ...more] = result.definitions;
  if (!definition || more.length > 0) {
    throw new Error(
      `${result.definitions.length} flows: ${result.problems.map(({ message }) => message.en).join("\n")}`,
    );
  }
  return definition;
}

/** The step with an id in the only flow of a file, at any depth. */
export function step(xml: string, id = "a"): Node {
  const found = find(only(importBpmn(xml)).nodes, id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}

export function edge(xml: string, id: string): Edge | undefined {
  return only(importBpmn(xml)).edges.find((one) => one.id === id);
}

export function codes(xml: string): string[] {
  return [...new Set(importBpmn(xml).problems.map(({ code }) => code))].sort();
}

function find(nodes: readonly Node[], id: string): Node | undefined {
  for (const node of nodes) {
    if (node.id === id) return node;
    const inside = "nodes" in node ? find(node.nodes, id) : undefined;
    if (inside) return inside;
  }
  return undefined;
}
