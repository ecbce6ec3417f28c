import type { Drawing } from "@flowright/definition";
import type { ProcessSheet } from "./file/sheet.ts";
import { textXml, type XmlNode, xml } from "./file/xml-node.ts";

type Lane = NonNullable<Drawing["lanes"]>[number];

/** Gives notes, groups and lanes their ids in the file. */
export function nameDrawn(drawing: Drawing, sheet: ProcessSheet): void {
  for (const { id } of drawing.notes ?? []) sheet.name(id, "Note");
  for (const { id } of drawing.groups ?? []) sheet.name(id, "Group");
  for (const { id } of drawing.lanes ?? []) sheet.name(id, "Lane");
}

/** Notes, groups and lanes, in the process or the container that they are drawn in. */
export function drawingXml(drawing: Drawing, sheet: ProcessSheet, process: XmlNode): void {
  const scopeOf = (id: string | undefined) =>
    id === undefined ? process : (sheet.elements.get(id) ?? process);
  for (const note of drawing.notes ?? []) {
    const element = sheet.element("bpmn:textAnnotation", note.id);
    element.children.push(textXml("bpmn:text", note.text));
    scopeOf(note.in).children.push(element);
    for (const about of note.about ?? []) {
      const id = sheet.file.ids.make("Association");
      const ends = { sourceRef: element.attributes.get("id"), targetRef: sheet.idOf(about) };
      if (ends.targetRef) scopeOf(note.in).children.push(xml("bpmn:association", { id, ...ends }));
    }
  }
  for (const group of drawing.groups ?? []) {
    const categoryValueRef = group.name === undefined ? undefined : categoryId(group.name, sheet);
    scopeOf(group.in).children.push(sheet.element("bpmn:group", group.id, { categoryValueRef }));
  }
  lanesXml(drawing.lanes ?? [], sheet, scopeOf);
}

/** A group has its name from a value of a category [8.4.1]. */
function categoryId(name: string, sheet: ProcessSheet): string {
  const id = sheet.file.ids.make("CategoryValue");
  const category = xml("bpmn:category", { id: sheet.file.ids.make("Category") }, [
    xml("bpmn:categoryValue", { id, value: name }),
  ]);
  sheet.file.add(`category ${id}`, category);
  return id;
}

function lanesXml(
  lanes: readonly Lane[],
  sheet: ProcessSheet,
  scopeOf: (id: string | undefined) => XmlNode,
): void {
  const known = new Set(lanes.map(({ id }) => id));
  const sets = new Map<XmlNode, XmlNode>();
  const elements = new Map(lanes.map((lane) => [lane.id, laneXml(lane, sheet)]));
  for (const { id, parent, in: container } of lanes) {
    const element = elements.get(id);
    const inner =
      parent !== undefined && parent !== id && known.has(parent) ? elements.get(parent) : undefined;
    const owner = inner ?? scopeOf(container);
    const set = sets.get(owner) ?? xml(inner ? "bpmn:childLaneSet" : "bpmn:laneSet", {});
    if (!sets.has(owner)) owner.children.push(set);
    sets.set(owner, set);
    if (element) set.children.push(element);
  }
}

function laneXml(lane: Lane, sheet: ProcessSheet): XmlNode {
  const element = sheet.element("bpmn:lane", lane.id, { name: lane.name });
  for (const id of lane.nodes) {
    const reference = sheet.idOf(id);
    if (reference !== undefined) element.children.push(textXml("bpmn:flowNodeRef", reference));
  }
  return element;
}

/** Where the drawing has no lanes: one for each role that does a step. */
export function lanesOfRoles(sheet: ProcessSheet): XmlNode[] {
  const { definition, file } = sheet;
  const nodes = definition.nodes.filter((node) => "who" in node && node.who.type === "role");
  const lanes = (definition.roles ?? []).flatMap((role) => {
    const own = nodes.filter(
      (node) => "who" in node && node.who.type === "role" && node.who.role === role.id,
    );
    if (own.length === 0) return [];
    const references = own.map((node) => textXml("bpmn:flowNodeRef", sheet.idOf(node.id) ?? ""));
    const name = file.text(role.name) ?? role.id;
    return [xml("bpmn:lane", { id: file.ids.make("Lane"), name }, references)];
  });
  return lanes.length === 0 ? [] : [xml("bpmn:laneSet", {}, lanes)];
}
