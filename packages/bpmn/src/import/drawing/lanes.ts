import type { DrawingLane } from "@flowright/definition";
import { BPMN } from "../../xml/namespaces.ts";
import { attributeOf, childrenOf, withDescendants, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";
import { finish, finishPart, keep } from "../keep.ts";
import { documentationOf } from "../step/base-of.ts";
import { claimPlaced } from "./diagram.ts";
import { placeOf } from "./position-of.ts";

const MOST = 1000;

/** Lanes become roles: whoever does a step that says no more is the role of its innermost lane. */
export function readLanes(flow: Flow, scope: XmlElement): void {
  for (const set of childrenOf(scope, BPMN, "laneSet")) readSet(flow, set, undefined);
}

function readSet(flow: Flow, set: XmlElement, parent: string | undefined): void {
  const { ledger } = flow.file;
  ledger.kept(set);
  for (const lane of childrenOf(set, BPMN, "lane")) {
    if (flow.drawing.lanes.length >= MOST) {
      keep(flow, lane, {}, "no-counterpart");
      continue;
    }
    readLane(flow, lane, parent);
  }
  finishPart(flow, withoutLanes(set), parent === undefined ? {} : { of: parent });
}

/** What a set of lanes says besides its lanes. */
function withoutLanes(set: XmlElement): XmlElement {
  const children = set.children.filter(({ local }) => local !== "lane");
  const content = set.content.filter((part) => typeof part === "string" || part.local !== "lane");
  return Object.assign(Object.create(null), set, { children, content }) as XmlElement;
}

function readLane(flow: Flow, lane: XmlElement, parent: string | undefined): void {
  const { ledger } = flow.file;
  const id = flow.idOf(lane);
  const name = attributeOf(lane, "name")?.trim();
  ledger.kept(lane);
  const title = lane.attributes.find((one) => one.name === "name");
  ledger.kept(title);
  const documentation = documentationOf(flow, lane);
  const nodes: string[] = [];
  for (const reference of childrenOf(lane, BPMN, "flowNodeRef")) {
    const step = flow.file.element(reference.text);
    if (!step || ![...around(step)].includes(flow.process)) {
      const missing = reference.text.trim().slice(0, 100);
      ledger.refused(reference, "leads-nowhere", { id: missing });
      flow.file.problem("bpmn.reference-nowhere", reference, id, { element: "flowNodeRef", id: missing });
      continue;
    }
    ledger.kept(reference);
    nodes.push(flow.idOf(step));
    if (name) setRole(flow, step, name);
  }
  const drawn: DrawingLane = {
    id,
    nodes: nodes.slice(0, 5000),
    ...(title && title.value !== "" ? { name: title.value.slice(0, 4000) } : {}),
    ...(parent === undefined ? {} : { parent }),
    ...placeOf(flow, lane),
  };
  flow.drawing.lanes.push(drawn);
  flow.lanes.set(lane, drawn);
  if (documentation !== undefined) {
    for (const part of childrenOf(lane, BPMN, "documentation")) keepAgain(flow, part, id);
  }
  for (const set of childrenOf(lane, BPMN, "childLaneSet")) readSet(flow, set, id);
  claimPlaced(flow, lane);
  finish(flow, lane, { of: id });
}

/** Lanes whose name a step has taken for its role say so. */
export function settleLanes(flow: Flow): void {
  for (const [lane, drawn] of flow.lanes) {
    const name = attributeOf(lane, "name")?.trim();
    const role = [...flow.roles.values()].find((one) => (one.name ?? one.id) === name);
    if (!role) continue;
    drawn.role = role.id;
    flow.file.ledger.translated(lane, `lane: ${name}`, `roles: ${role.id}`);
  }
}

/** A lane has no documentation of its own here; the element stays as it was. */
function keepAgain(flow: Flow, part: XmlElement, of: string): void {
  keep(flow, part, { of }, "no-counterpart");
}

/** The innermost lane counts, for a container's steps as well where they lie in no other. */
function setRole(flow: Flow, step: XmlElement, role: string): void {
  for (const each of withDescendants(step)) {
    if (each.namespace === BPMN && (each === step || !flow.laneRoles.has(each)))
      flow.laneRoles.set(each, role);
  }
}

function* around(step: XmlElement): Generator<XmlElement> {
  for (let each = step.parent; each; each = each.parent) yield each;
}
