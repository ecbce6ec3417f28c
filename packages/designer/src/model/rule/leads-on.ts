import type { Node } from "@flowright/definition";

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
