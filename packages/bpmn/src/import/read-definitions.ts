import type { WorkflowDefinition } from "@flowright/definition";
import { BPMN } from "../xml/namespaces.ts";
import { childrenOf, type XmlElement } from "../xml/xml-element.ts";
import { BpmnFile } from "./bpmn-file.ts";
import { nameMessages, namePools, readCollaborations } from "./drawing/collaboration.ts";
import { readRest } from "./drawing/rest-of-file.ts";
import { Flow } from "./flow.ts";
import { definitionOf, readSteps } from "./read-flow.ts";

/** What BPMN alone says of the processes of a file, before our own extensions are put over it. */
export interface Draft {
  readonly definition: WorkflowDefinition;
  readonly process: XmlElement;
}

/** Reads all processes of a file whose root is `definitions`. */
export function readDefinitions(root: XmlElement): { file: BpmnFile; drafts: Draft[] } {
  const file = new BpmnFile(root);
  nameMessages(file);
  namePools(file);
  const flows = childrenOf(root, BPMN, "process").map((process) => new Flow(file, process));
  const [first] = flows;
  if (!first) return { file, drafts: [] };
  const read = flows.map((flow) => ({ flow, steps: readSteps(flow) }));
  const byProcess = new Map(flows.map((flow) => [flow.process, flow]));
  readCollaborations(file, byProcess, first);
  readRest(file, byProcess, first);
  return {
    file,
    drafts: read.map(({ flow, steps }) => ({ definition: definitionOf(flow, steps), process: flow.process })),
  };
}
