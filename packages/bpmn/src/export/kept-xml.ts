import type { Drawing } from "@flowright/definition";
import { BPMN, XSI } from "../xml/namespaces.ts";
import { readXml } from "../xml/read-xml.ts";
import { attributeOf, withDescendants, type XmlElement } from "../xml/xml-element.ts";
import { exportProblem } from "./export-problems.ts";
import type { ProcessSheet } from "./file/sheet.ts";
import { type RawXml, type XmlNode, xml } from "./file/xml-node.ts";

/** The elements of a file that have no owner among the steps. */
export interface Owners {
  readonly process: XmlNode;
  readonly file: XmlNode;
  readonly collaboration: XmlNode;
  readonly diagram: XmlNode;
  /** What holds the shapes of the diagram. */
  readonly plane: XmlNode;
}

type Place = Pick<NonNullable<Drawing["kept"]>[number], "of" | "at">;

/** Writes back what another tool had written, where it was. */
export function putBack(drawing: Drawing, sheet: ProcessSheet, owners: Owners): void {
  const ownerOf = ({ of, at }: Place): XmlNode | undefined => {
    if (of === undefined) return owners[at ?? "process"];
    return sheet.elements.get(of) ?? (of === sheet.definition.id ? owners.process : undefined);
  };
  for (const kept of drawing.kept ?? []) {
    const read = readXml(kept.xml);
    const isShape = kept.at === "diagram" && read.ok && /^BPMN(Shape|Edge)$/.test(read.root.local);
    const owner = isShape ? owners.plane : ownerOf(kept);
    if (!owner || !read.ok) {
      sheet.file.problems.push(exportProblem("export.kept-broken", kept.of ?? sheet.id));
      continue;
    }
    const isBpmn = read.root.namespace === BPMN;
    const bare = isBpmn || owner === owners.file || owner === owners.diagram || owner === owners.plane;
    const raw: RawXml = { raw: kept.xml, ...(isBpmn ? { local: read.root.local } : {}) };
    if (alreadyIn(owner, raw)) continue;
    const said = isBpmn ? saidBy(owner, read.root) : undefined;
    if (said === undefined) (bare ? owner : extensionsOf(owner)).children.push(raw);
    else if (allText(said) === textIn(read.root)) owner.children.splice(owner.children.indexOf(said), 1, raw);
    else
      sheet.file.problems.push(exportProblem("export.kept-outdated", kept.of ?? sheet.id, read.root.local));
  }
  for (const { attribute, namespace, value, ...place } of drawing.keptAttributes ?? []) {
    // The type of a point says nothing new, and at the line itself it would say something wrong.
    if (namespace === XSI) continue;
    // A diagram may have no attributes of others, only its plane may.
    const onDiagram = place.at === "diagram" && namespace !== undefined;
    const owner = onDiagram ? owners.plane : ownerOf(place);
    if (!owner) {
      sheet.file.problems.push(exportProblem("export.kept-broken", place.of ?? sheet.id));
      continue;
    }
    if (onDiagram && owner.attributes.has(attribute)) continue;
    const isOurs = owner !== owners.file || attribute === "exporter" || attribute.startsWith("xmlns");
    if (isOurs && owner.attributes.has(attribute)) continue;
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

/** Of these an element has one at most, or several would say something else than one. */
const SINGLE =
  /^(\w+EventDefinition|\w+LoopCharacteristics|conditionExpression|completionCondition|activationCondition|script|ioSpecification|potentialOwner)$/;

/** What the definition already says in the place of a kept element. */
function saidBy(owner: XmlNode, kept: XmlElement): XmlNode | undefined {
  if (!SINGLE.test(kept.local)) return undefined;
  const isLoop = kept.local.endsWith("LoopCharacteristics");
  const isEvent = kept.local.endsWith("EventDefinition");
  return owner.children.find((child): child is XmlNode => {
    if (!("name" in child)) return false;
    const local = child.name.slice(child.name.indexOf(":") + 1);
    if (isLoop) return local.endsWith("LoopCharacteristics");
    return isEvent ? local.endsWith("EventDefinition") : local === kept.local;
  });
}

/** The words in an element, by which two that may differ in their attributes are compared. */
function allText(node: XmlNode): string {
  const words = node.children.map((child) =>
    "text" in child ? child.text : "name" in child ? allText(child) : "",
  );
  return words.join(" ").replace(/\s+/g, " ").trim();
}

function textIn(element: XmlElement): string {
  return [element.text, ...element.children.map(textIn)].join(" ").replace(/\s+/g, " ").trim();
}

/** The ids that stand in what is kept. */
export function keptIds({ kept = [] }: Drawing): string[] {
  return kept.flatMap(({ xml: text }) => {
    const read = readXml(text);
    return read.ok ? [...withDescendants(read.root)].flatMap((one) => attributeOf(one, "id") ?? []) : [];
  });
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
