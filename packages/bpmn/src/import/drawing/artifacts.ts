import { BPMN } from "../../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";
import { finish, finishPart, keep, type Owner } from "../keep.ts";
import { claimPlaced } from "./diagram.ts";
import { placeOf } from "./position-of.ts";

const MOST = 5000;

/** Notes, groups and the dotted lines between them and the steps. */
export function readArtifacts(flow: Flow, scope: XmlElement, owner: Owner): void {
  const inside = scope.local === "collaboration" || scope === flow.process ? undefined : flow.idOf(scope);
  for (const note of childrenOf(scope, BPMN, "textAnnotation")) readNote(flow, note, inside);
  for (const group of childrenOf(scope, BPMN, "group")) readGroup(flow, group, inside);
  for (const association of childrenOf(scope, BPMN, "association")) {
    if (!flow.file.ledger.has(association)) readAssociation(flow, association, owner);
  }
}

function readNote(flow: Flow, note: XmlElement, inside: string | undefined): void {
  const { ledger } = flow.file;
  const texts = childrenOf(note, BPMN, "text");
  const text = texts.map((part) => part.text).join("\n");
  const id = flow.idOf(note);
  if (flow.drawing.notes.length >= MOST || text.length > 20_000) {
    keep(flow, note, {}, "drawing-only");
    return;
  }
  ledger.annotation(note, "drawing-only");
  for (const part of texts) {
    ledger.kept(part);
    finishPart(flow, part, { of: id });
  }
  const drawn = { id, text, ...(inside === undefined ? {} : { in: inside }), ...placeOf(flow, note) };
  flow.drawing.notes.push(drawn);
  flow.notes.set(note, drawn);
  claimPlaced(flow, note);
  finish(flow, note, { of: id });
}

function readGroup(flow: Flow, group: XmlElement, inside: string | undefined): void {
  const { ledger } = flow.file;
  if (flow.drawing.groups.length >= MOST) {
    keep(flow, group, {}, "drawing-only");
    return;
  }
  const id = flow.idOf(group);
  const reference = group.attributes.find((one) => one.name === "categoryValueRef");
  const value = flow.file.element(reference?.value);
  const name = value && attributeOf(value, "value");
  if (reference && name) ledger.translated(reference, reference.value, `name: ${name}`);
  ledger.annotation(group, "drawing-only");
  flow.drawing.groups.push({
    id,
    ...(name ? { name: name.slice(0, 4000) } : {}),
    ...(inside === undefined ? {} : { in: inside }),
    ...placeOf(flow, group),
  });
  claimPlaced(flow, group);
  finish(flow, group, { of: id });
}

/** A note knows what it is about; other dotted lines are kept as they are. */
function readAssociation(flow: Flow, association: XmlElement, owner: Owner): void {
  const { ledger } = flow.file;
  const ends = ["sourceRef", "targetRef"].map((name) => flow.file.element(attributeOf(association, name)));
  const note = ends.find((end) => end?.local === "textAnnotation");
  const other = ends.find((end) => end && end !== note);
  const drawn = note && flow.notes.get(note);
  const named =
    other &&
    attributeOf(other, "id") !== undefined &&
    other.local !== "participant" &&
    other.local !== "messageFlow";
  const inFlow = named && withinFlow(flow, other);
  if (drawn && inFlow && (drawn.about ?? []).length < 500) {
    drawn.about = [...(drawn.about ?? []), flow.idOf(other)];
    ledger.translated(association, "association", "drawing.notes.about");
    for (const name of ["sourceRef", "targetRef"])
      ledger.kept(association.attributes.find((one) => one.name === name));
  }
  keep(flow, association, owner, "drawing-only");
}

function withinFlow(flow: Flow, element: XmlElement): boolean {
  for (let each: XmlElement | null = element; each; each = each.parent)
    if (each === flow.process) return true;
  return false;
}
