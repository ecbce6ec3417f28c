import type { Node } from "@flowright/definition";
import type { ElementType } from "../element/element-type.ts";

/** Whether a line may leave a step of this sort at all. */
export function leadsOn(node: Node): boolean {
  if (node.kind === "throw") return node.event.type !== "link";
  return node.kind !== "end" && node.kind !== "eventSubProcess";
}

/** Whether a line may lead to a step of this sort at all. */
export function takesLines(node: Node): boolean {
  if (node.kind === "catch") return node.event.type !== "link";
  return node.kind !== "start" && node.kind !== "boundary" && node.kind !== "eventSubProcess";
}

/** Whether the flow gets to a new step of this type by a line; else it stands on free ground or on the edge of a step. */
export function isReached(element: ElementType): boolean {
  return takesLines({ id: "", attachedTo: "", ...element.draft() } as Node);
}
