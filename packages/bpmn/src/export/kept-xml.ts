import type { Drawing } from "@flowright/definition";
import { BPMN } from "../xml/namespaces.ts";
import { readXml } from "../xml/read-xml.ts";
import { exportProblem } from "./export-problems.ts";
import type { ProcessSheet } from "./sheet.ts";
import { type RawXml, type XmlNode, xml } from "./xml-node.ts";

/** The elements of a file that have no owner among the steps. */
export interface Owners {
  readonly process: XmlNode;
  readonly file: XmlNode;
  readonly collaboration: XmlNode;
  readonly diagram: XmlNode;
}

type Place = Pick<NonNullable<Drawing["kept"]>[number], "of" | "at">;

/** Writes back what another tool had written, where it was. */
export function putBack(drawing: Drawing, sheet: ProcessSheet, owners: Owners): void {
  const ownerOf = ({ of, at }: Place): XmlNode | undefined => {
    if (of === undefined) return owners[at ?? "process"];
    return sheet.elements.get(of) ?? (of === sheet.definition.id ? owners.process : undefined);
  };
  for (const kept of drawing.kept ?? []) {
    const owner = ownerOf(kept);
    const read = readXml(kept.xml);
    if (!owner || !read.ok) {
      sheet.file.problems.push(exportProblem("export.kept-broken", kept.of ?? sheet.id));
      continue;
    }
    const isBpmn = read.root.namespace === BPMN;
    const bare = isBpmn || owner === owners.file || owner === owners.diagram;
    const raw: RawXml = { raw: kept.xml, ...(isBpmn ? { local: read.root.local } : {}) };
    if (!alreadyIn(owner, raw)) (bare ? owner : extensionsOf(owner)).children.push(raw);
  }
  for (const { attribute, namespace, value, ...place } of drawing.keptAttributes ?? []) {
    const owner = ownerOf(place);
    if (!owner) {
      sheet.file.problems.push(exportProblem("export.kept-broken", place.of ?? sheet.id));
      continue;
    }
    if (owner.attributes.has(attribute)) continue;
    const colon = attribute.indexOf(":");
    if (namespace !== undefined && colon > 0)
      declare(owner, attribute.slice(0, colon), namespace, owners.file);
    owner.attributes.set(attribute, value);
  }
}

/** Several processes of one file may each have kept the same thing about it. */
function alreadyIn(owner: XmlNode, { raw }: RawXml): boolean {
  return owner.children.some((child) => "raw" in child && child.raw === raw);
}

/** A prefix is declared for the whole file where it is free or means the same, else at the element. */
function declare(owner: XmlNode, prefix: string, namespace: string, file: XmlNode): void {
  const name = `xmlns:${prefix}`;
  const known = file.attributes.get(name);
  if (known === undefined) file.attributes.set(name, namespace);
  else if (known !== namespace) owner.attributes.set(name, namespace);
}

/** The extensions of an element; made if there are none. */
export function extensionsOf(owner: XmlNode): XmlNode {
  for (const child of owner.children) {
    if ("name" in child && child.name === "bpmn:extensionElements") return child;
  }
  const made = xml("bpmn:extensionElements");
  owner.children.push(made);
  return made;
}
