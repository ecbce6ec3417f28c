import {
  type Drawing,
  isContainer,
  nodesOf,
  type Problem,
  type WorkflowDefinition,
} from "@flowright/definition";
import { FLOWRIGHT } from "../extension/namespace.ts";
import { BPMN, BPMNDI, DC, DI, XSI } from "../xml/namespaces.ts";
import { readXml } from "../xml/read-xml.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { canvasesOf, diagramXml } from "./diagram/diagram-xml.ts";
import { drawingXml, lanesOfRoles, nameDrawn } from "./drawing-xml.ts";
import { exportProblem } from "./export-problems.ts";
import { putInOrder } from "./file/child-order.ts";
import { type Language, ProcessSheet, Sheet } from "./file/sheet.ts";
import { writeXml, type XmlNode, xml } from "./file/xml-node.ts";
import { keptIds, putBack } from "./kept-xml.ts";
import { settingsXml } from "./settings-xml.ts";
import { dataXml } from "./step/data-xml.ts";
import { nameElements, processXml } from "./step/flow-xml.ts";

export interface ExportOptions {
  /** Whose texts names and descriptions are, where there are several; the other ones are in our extensions. */
  readonly language?: Language | undefined;
}

export interface Exported {
  readonly xml: string;
  /** What BPMN could not say, and what is not in the file at all; every such thing is in here. */
  readonly report: readonly Problem[];
}

/** What an importer makes of the BPMN of a file, our own extensions left aside. */
export type NativeImport = (root: XmlElement) => readonly WorkflowDefinition[];

/** `exportBpmn` with the importer that the extensions are measured by. */
export function exportWith(
  nativeImport: NativeImport,
  definitions: WorkflowDefinition | readonly WorkflowDefinition[],
  { language = "en" }: ExportOptions = {},
): Exported {
  const all = Array.isArray(definitions) ? definitions : [definitions as WorkflowDefinition];
  const file = new Sheet(language);
  const root = rootXml();
  const sheets = all.map((definition) => new ProcessSheet(file, definition));
  for (const sheet of sheets) nameAll(sheet);
  root.attributes.set("id", file.ids.make("Definitions"));
  const processes = sheets.map((sheet) => processOf(sheet, root));
  const order = ["bpmn:collaboration", "bpmn:process"];
  const first = root.children.filter((child) => "name" in child && order.includes(child.name));
  const rest = root.children.filter((child) => !first.includes(child));
  root.children.splice(0, root.children.length, ...file.roots, ...first, ...rest);
  arrangeRoot(root);
  putInOrder(root);
  const native = nativeOf(writeXml(root), nativeImport);
  for (const [index, sheet] of sheets.entries()) {
    const process = processes[index];
    if (process)
      settingsXml(
        sheet,
        process,
        native.find(({ id }) => id === sheet.id),
      );
  }
  for (const process of processes) putInOrder(process);
  return { xml: writeXml(root), report: file.problems };
}

function rootXml(): XmlNode {
  return xml("bpmn:definitions", {
    "xmlns:bpmn": BPMN,
    "xmlns:bpmndi": BPMNDI,
    "xmlns:dc": DC,
    "xmlns:di": DI,
    "xmlns:xsi": XSI,
    "xmlns:xsd": "http://www.w3.org/2001/XMLSchema",
    "xmlns:flowright": FLOWRIGHT,
    targetNamespace: FLOWRIGHT,
    exporter: "Flowright",
  });
}

/** Gives out all ids that are known beforehand, so that those of one flow stay what they are beside another. */
function nameAll(sheet: ProcessSheet): void {
  const { definition } = sheet;
  nameElements(definition, sheet);
  nameDrawn(definition.drawing ?? {}, sheet);
  for (const id of keptIds(definition.drawing ?? {})) sheet.file.ids.reserve(id);
}

/** Writes one process and its diagrams into the file. */
function processOf(sheet: ProcessSheet, root: XmlNode): XmlNode {
  const { definition, file } = sheet;
  const drawing: Drawing = definition.drawing ?? {};
  const process = processXml(sheet, dataXml(definition.variables, sheet));
  drawingXml(drawing, sheet, process);
  if (!drawing.lanes) process.children.push(...lanesOfRoles(sheet));
  const [main, ...others] = canvasesOf(sheet).map((canvas) => diagramXml(canvas, sheet));
  const plane = main?.children[0];
  const collaboration = xml("bpmn:collaboration", {});
  if (main && plane && "name" in plane)
    putBack(drawing, sheet, { process, file: root, collaboration, diagram: main, plane });
  if (collaboration.children.length > 0) {
    if (!collaboration.attributes.has("id"))
      collaboration.attributes.set("id", file.ids.make("Collaboration"));
    if (plane && "name" in plane)
      plane.attributes.set("bpmnElement", collaboration.attributes.get("id") ?? sheet.id);
    root.children.push(collaboration);
  }
  root.children.push(process, ...(main ? [main] : []), ...others);
  for (const { node } of nodesOf(definition)) {
    if (isContainer(node) && node.kind === "plan") file.problems.push(exportProblem("export.plan", node.id));
  }
  return process;
}

/** Imports, then what is declared, then processes, then diagrams, as the schema wants it. */
function arrangeRoot(root: XmlNode): void {
  const rank = (child: XmlNode["children"][number]): number => {
    const name = "name" in child ? child.name : "raw" in child ? (child.local ?? "") : "";
    if (name === "import") return 0;
    if (name === "extension") return 1;
    if (name === "bpmndi:BPMNDiagram") return 3;
    return name === "relationship" ? 4 : 2;
  };
  root.children.sort((one, other) => rank(one) - rank(other));
}

function nativeOf(text: string, nativeImport: NativeImport): readonly WorkflowDefinition[] {
  const read = readXml(text);
  return read.ok ? nativeImport(read.root) : [];
}
