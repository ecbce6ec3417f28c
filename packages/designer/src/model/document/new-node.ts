import { type Edge, isContainer, type Node } from "@flowright/definition";
import type { ElementType } from "../element/element-type.ts";
import { userTask } from "../element/people.ts";

type NewId = (prefix: string) => string;

/** A new step with the name and the settings of its type. A block comes with what it needs to begin and end. */
export function newNode(
  element: ElementType,
  newId: NewId,
  place: { readonly position?: { x: number; y: number }; readonly attachedTo?: string },
): Node {
  const draft = element.draft();
  const node = {
    id: newId(element.kind),
    ...draft,
    // A step template names its steps itself, if it does.
    ...(isNamed(element) && !("name" in draft)
      ? { name: { en: element.name.en, "zh-CN": element.name["zh-CN"] } }
      : {}),
    ...(place.position ? { position: place.position } : {}),
    ...(place.attachedTo === undefined ? {} : { attachedTo: place.attachedTo }),
  } as Node;
  return isContainer(node) ? { ...node, ...contentFor(node.kind, newId) } : node;
}

/** The first steps of a new block. */
function contentFor(kind: Node["kind"], newId: NewId): { nodes: Node[]; edges: Edge[] } {
  if (kind === "adHoc" || kind === "plan") return { nodes: [newNode(userTask, newId, {})], edges: [] };
  const start: Node = { id: newId("start"), kind: "start" };
  if (kind === "eventSubProcess") start.trigger = { type: "message", message: { name: "message" } };
  const end: Node = { id: newId("end"), kind: "end" };
  return { nodes: [start, end], edges: [{ id: newId("edge"), source: start.id, target: end.id }] };
}

/** Gateways that only split or join need no name. */
function isNamed(element: ElementType): boolean {
  return !["parallel", "inclusive", "eventBased", "complex"].includes(element.kind);
}
